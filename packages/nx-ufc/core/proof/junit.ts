export type Outcome = 'passed' | 'failed' | 'skipped';

/** Outcome by test id (`classname::name` of the JUnit report). A test that is reported twice has its worse outcome. */
export type Outcomes = Map<string, Outcome>;

const WORSE: Record<Outcome, number> = { passed: 0, skipped: 1, failed: 2 };

/** Read the test cases of a JUnit report as pytest writes it. */
export function readOutcomes(xml: string): Outcomes {
  const outcomes: Outcomes = new Map();
  for (const [, attributes, body] of xml.matchAll(/<testcase\s([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const id = `${attributeOf(attributes, 'classname')}::${attributeOf(attributes, 'name')}`;
    const outcome = outcomeOf(body ?? '');
    const known = outcomes.get(id);
    if (known === undefined || WORSE[outcome] > WORSE[known]) outcomes.set(id, outcome);
  }
  return outcomes;
}

function outcomeOf(body: string): Outcome {
  if (/<(failure|error)\b/.test(body)) return 'failed';
  return /<skipped\b/.test(body) ? 'skipped' : 'passed';
}

function attributeOf(text: string, name: string): string {
  const raw = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '';
  return raw.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (_, entity: string) => decode(entity));
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(entity: string): string {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()];
  const hex = entity[1].toLowerCase() === 'x';
  return String.fromCodePoint(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10));
}
