import type { Evidence } from '../compliance/types';
import type { ImportComparison } from './imports';
import type { Ledger } from '../plan/ledger';
import type { Outcome, Outcomes } from './junit';
import { pairByTest, renamedTestId } from './test-ids';

/** One run of a suite. */
export interface SuiteRun {
  environment: { python: string; requirements: string[] };
  evidence: Evidence;
  outcomes: Outcomes;
  /** What is said of the tests that failed or were skipped, by their ids. */
  reasons: ReadonlyMap<string, string>;
}

export interface SuiteReport {
  environment: SuiteRun['environment'];
  evidence: Evidence;
  counts: Record<Outcome, number>;
  passed: string[];
  failed: string[];
  skipped: string[];
}

/** MIGRATION_PROOF.json, schema id `ufc:migration-proof:1`. */
export interface MigrationProof {
  schema: 'ufc:migration-proof:1';
  project: string;
  verdict: 'PASS' | 'FAIL';
  /** Why it is no pass; empty for a pass. */
  problems: string[];
  before: SuiteReport;
  after: SuiteReport;
  /** Tests that passed before, with what became of them. */
  differences: { before: string; after: string | null; outcome: Outcome | 'missing' }[];
  /** Tests that go by another name now. */
  renamed: { before: string; after: string }[];
  /** Every module of the package, imported before and after. */
  imports: ImportComparison;
}

/**
 * Compare the suite before and after a migration, test by test, and the modules. Nothing that passed or imported before may
 * not do so now.
 */
export function compareSuites(
  project: string,
  before: SuiteRun,
  after: SuiteRun,
  ledger: Pick<Ledger, 'moves'>,
  imports: ImportComparison,
): MigrationProof {
  const names = renamedTestId(ledger);
  const differences: MigrationProof['differences'] = [];
  const renamed: MigrationProof['renamed'] = [];
  const passed = idsOf(before.outcomes, 'passed');
  for (const id of passed) {
    const candidates = names(id).filter((name) => after.outcomes.has(name));
    const now = candidates.find((name) => after.outcomes.get(name) === 'passed') ?? candidates[0];
    if (now === undefined) differences.push({ before: id, after: null, outcome: 'missing' });
    else if (after.outcomes.get(now) !== 'passed')
      differences.push({ before: id, after: now, outcome: after.outcomes.get(now)! });
    else if (now !== id) renamed.push({ before: id, after: now });
  }
  // What did not pass before has its new name as well, which nothing else may be taken for.
  const others = [...before.outcomes.keys()].filter((id) => before.outcomes.get(id) !== 'passed');
  const paired = new Set([
    ...before.outcomes.keys(),
    ...others.flatMap(names),
    ...renamed.map((pair) => pair.after),
  ]);
  renamed.push(...pairByTest(differences, paired, after.outcomes));
  const problems: string[] = [];
  if (passed.length === 0) problems.push('no test of the legacy suite passes, so nothing can be proven');
  if (differences.length > 0)
    problems.push(`${differences.length} of ${passed.length} tests that passed before do not pass now`);
  if (imports.lost.length > 0)
    problems.push(
      `${imports.lost.length} of ${imports.checked - imports.failedBefore.length} modules that imported before do not import now`,
    );
  return {
    schema: 'ufc:migration-proof:1',
    project,
    verdict: problems.length === 0 ? 'PASS' : 'FAIL',
    problems,
    before: reportOf(before),
    after: reportOf(after),
    differences,
    renamed,
    imports,
  };
}

function reportOf({ environment, evidence, outcomes }: SuiteRun): SuiteReport {
  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((outcome) =>
    idsOf(outcomes, outcome),
  );
  return {
    environment,
    evidence,
    counts: { passed: passed.length, failed: failed.length, skipped: skipped.length },
    passed,
    failed,
    skipped,
  };
}

function idsOf(outcomes: Outcomes, wanted: Outcome): string[] {
  return [...outcomes]
    .filter(([, outcome]) => outcome === wanted)
    .map(([id]) => id)
    .sort();
}
