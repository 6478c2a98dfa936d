import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonWith } from './python';
import { run } from './run';

/** Outcome by test id; the id is that of the JUnit report: class name and test name. */
export type Outcomes = Map<string, 'passed' | 'failed' | 'skipped'>;

/**
 * Run the suite of an untouched legacy package in an environment of its own: what "before" means, measured without
 * any code of the plugin.
 * @param requirements what the suite needs beside the package
 */
export function runLegacySuite(legacy: string, environment: string, requirements: string[]): Outcomes {
  const python = pythonWith(environment, ['pytest', ...requirements, legacy]);
  const report = join(environment, 'before.xml');
  run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', `--junitxml=${report}`], legacy, {
    PYTHONDONTWRITEBYTECODE: '1',
  });
  return readOutcomes(readFileSync(report, 'utf8'));
}

export function readOutcomes(xml: string): Outcomes {
  const outcomes: Outcomes = new Map();
  for (const [, attributes, body] of xml.matchAll(/<testcase\s([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const id = `${attribute(attributes, 'classname')}::${attribute(attributes, 'name')}`;
    outcomes.set(
      id,
      /<(failure|error)\b/.test(body ?? '') ? 'failed' : /<skipped\b/.test(body ?? '') ? 'skipped' : 'passed',
    );
  }
  return outcomes;
}

function attribute(text: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '';
}

/** The ids that passed, sorted. */
export function passed(outcomes: Outcomes): string[] {
  return [...outcomes]
    .filter(([, outcome]) => outcome === 'passed')
    .map(([id]) => id)
    .sort();
}

/** Ids of parametrised tests may hold the name of a module; the ledger of the migration says what it is called now. */
export function renamer(ledger: string): (id: string) => string {
  const { moves } = JSON.parse(readFileSync(ledger, 'utf8')) as { moves: { from: string; to: string }[] };
  const dotted = (path: string) =>
    path
      .replace(/^src\//, '')
      .replace(/(\/__init__)?\.py$/, '')
      .replaceAll('/', '.');
  const pairs = moves
    .filter((move) => move.from !== move.to && move.from.endsWith('.py'))
    .map((move) => [dotted(move.from), dotted(move.to)]);
  pairs.sort(([a], [b]) => b.length - a.length);
  return (id) => {
    const hit = pairs.find(([from]) => id.includes(`[${from}`));
    return hit ? id.replace(`[${hit[0]}`, `[${hit[1]}`) : id;
  };
}
