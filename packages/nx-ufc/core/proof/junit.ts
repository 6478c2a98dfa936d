import { maskSecrets } from '../compliance/mask';

export type Outcome = 'passed' | 'failed' | 'skipped';

/** Outcome by test id (`classname::name` of the JUnit report). A test that is reported twice has its worse outcome. */
export type Outcomes = Map<string, Outcome>;

const WORSE: Record<Outcome, number> = { passed: 0, skipped: 1, failed: 2 };

/** Read the test cases of a JUnit report as pytest writes it. */
export function readOutcomes(xml: string): Outcomes {
  const outcomes: Outcomes = new Map();
  for (const { id, body } of testCases(xml)) {
    const outcome = outcomeOf(body);
    const known = outcomes.get(id);
    if (known === undefined || WORSE[outcome] > WORSE[known]) outcomes.set(id, outcome);
  }
  return outcomes;
}

/** The first line of what is said of each test that failed, or was skipped where that is asked for, by its id; secrets are masked. */
export function readReasons(xml: string, withSkipped = false): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { id, body } of testCases(xml)) {
    const [, attributes, text = ''] = (withSkipped ? ANY_REASON : FAILURE).exec(body) ?? [];
    if (attributes === undefined || reasons.has(id)) continue;
    const message = attributeOf(attributes, 'message').trim();
    // Of a file that cannot be collected, only the traceback says why.
    const said =
      message === 'collection failure'
        ? (/^E {2,}(\S.*)(?![\s\S]*^E {2,}\S)/m.exec(text)?.[1] ?? message)
        : message;
    reasons.set(id, maskSecrets(unescaped(said.split('\n')[0])).slice(0, LONGEST_REASON));
  }
  return reasons;
}

const LONGEST_REASON = 200;
const FAILURE = /<(?:failure|error)\b([^>]*)>([\s\S]*?)(?:<\/(?:failure|error)>|$)/;
const ANY_REASON = /<(?:failure|error|skipped)\b([^>]*)>([\s\S]*?)(?:<\/(?:failure|error|skipped)>|$)/;

function testCases(xml: string): { id: string; body: string }[] {
  return [...xml.matchAll(/<testcase\s([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, attributes, body = '']) => ({
      id: `${attributeOf(attributes, 'classname')}::${attributeOf(attributes, 'name')}`,
      body,
    }),
  );
}

function outcomeOf(body: string): Outcome {
  if (/<(failure|error)\b/.test(body)) return 'failed';
  return /<skipped\b/.test(body) ? 'skipped' : 'passed';
}

function attributeOf(text: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (_, entity: string) => decode(entity));
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(entity: string): string {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()];
  const hex = entity[1].toLowerCase() === 'x';
  return String.fromCodePoint(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10));
}
