import type { ConsumerPlan } from '../consumers/types';
import type { MergePlan } from '../merge/pyproject/plan';
import type { FileSplit } from '../split/types';
import type { MigrationPlan, PlannedEdit, ReviewItem } from './types';
import type { UnresolvedImport } from './unresolved';

/** The record of a migration: every move, every edit, every file that was made; schema id `ufc:ledger:1`. */
export interface Ledger {
  schema: 'ufc:ledger:1';
  project: string;
  package: string;
  capability: string;
  /** Where the package was, and a hash over its paths and bytes: the same source is not migrated twice. */
  source: { path: string; sha256: string };
  /** Old dotted name of every module → its new one. */
  modules: Record<string, string>;
  /** Files that were taken apart before they moved, in offsets and lines of the old file; `moves` begin after that. */
  splits: FileSplit[];
  moves: { from: string; to: string; edits: LedgerEdit[] }[];
  /** Files of other projects of the workspace that followed. */
  consumers: { path: string; edits: LedgerEdit[] }[];
  excluded: { path: string; reason: string }[];
  created: string[];
  /** New paths of modules that import distributions which the package never declared: no worse than before. */
  gaps: string[];
  /** Imports of the legacy package that nothing at hand answers, by their old places. */
  unresolved: UnresolvedImport[];
  /** What was merged into pyproject.toml: operations, decisions about requirements, conflicts. */
  packaging: MergePlan | null;
  review: ReviewItem[];
}

/** `start` and `end` are UTF-16 offsets in the file as it was, a byte order mark left out; a file that is not UTF-8 counts in bytes. */
export interface LedgerEdit {
  line: number;
  start: number;
  end: number;
  kind: string;
  before: string;
  after: string;
  evidence: string;
}

export function ledgerOf(
  plan: MigrationPlan,
  project: string,
  source: Ledger['source'],
  undeclared: ReadonlySet<string>,
  consumers: ConsumerPlan,
  unresolved: UnresolvedImport[],
): Ledger {
  return {
    schema: 'ufc:ledger:1',
    project,
    package: plan.package,
    capability: plan.capability,
    source,
    modules: plan.modules,
    splits: plan.splits,
    moves: plan.files.map((file) => ({
      from: file.source,
      to: file.target,
      edits: entriesOf(file.edits),
    })),
    consumers: consumers.files.map(({ path, edits }) => ({ path, edits: entriesOf(edits) })),
    excluded: plan.map.modules
      .filter((entry) => entry.target === null)
      .map((entry) => ({ path: entry.source, reason: entry.reason ?? entry.action })),
    gaps: plan.files
      .filter(({ source }) => undeclared.has(source) || unresolved.some(({ path }) => path === source))
      .map(({ target }) => target),
    unresolved,
    created: plan.creates.map((file) => file.path),
    packaging: plan.packaging,
    review: [...plan.review, ...consumers.review],
  };
}

/** In the order of the file; insertions at one place in the order in which they are made. */
function entriesOf(edits: readonly PlannedEdit[]): LedgerEdit[] {
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ line, start, end, kind, before, text, evidence }) => ({
      line,
      start,
      end,
      kind,
      before,
      after: text,
      evidence,
    }));
}
