import type { Edit } from '../text/edits';
import type { Layer } from '../blueprint/types';
import type { MergePlan } from '../merge/pyproject/plan';
import type { FileSplit, SplitChoice } from '../split/types';

export type MapAction = 'move' | 'keep' | 'exclude' | 'blocked';

/** MIGRATION_MAP.yaml, schema id `ufc:migration-map:1`; people review and edit it. */
export interface MigrationMap {
  schema: 'ufc:migration-map:1';
  package: string;
  capability: string;
  /** Kinds of references that are not followed but listed; see REFERENCE_KINDS. */
  references?: { off: string[] };
  modules: MapEntry[];
}

/** One line of the account: every file of the source tree has exactly one. */
export interface MapEntry {
  /** Relative to the source root. */
  source: string;
  /** Relative to the capability's folder; null unless it is moved or kept. */
  target: string | null;
  action: MapAction;
  layer: Layer['id'] | null;
  role: string;
  confidence: number;
  evidence: string[];
  complexity: number;
  review: boolean;
  /** Why it is kept, excluded or blocked. */
  reason?: string;
  /** How the file, which holds things of several roles, can be taken apart; carried out by `--split` alone. */
  split?: SplitChoice[];
}

/** A problem of the mapping as a whole, found before anything is written. */
export interface PlanConflict {
  rule:
    | 'TARGET_TWICE'
    | 'PACKAGE_BESIDE_MODULE'
    | 'SHADOWS_STDLIB'
    | 'SHADOWS_DEPENDENCY'
    | 'TARGET_EXISTS'
    | 'OUTSIDE_CAPABILITY'
    | 'CASE_COLLISION'
    | 'COMPAT_NOT_SHIPPED'
    | 'SPLIT_REFUSED';
  /** `error` stops the migration; `review` is only listed. */
  level: 'error' | 'review';
  paths: string[];
  message: string;
}

export interface PlannedFile {
  source: string;
  target: string;
  edits: PlannedEdit[];
}
/** An edit with what it does, for the ledger. Offsets refer to the decoded source file. */
export interface PlannedEdit extends Edit {
  kind: 'import' | 'reference' | 'string' | 'toml' | 'config';
  line: number;
  before: string;
  evidence: string;
}

/** What could not be decided; listed, never guessed. */
export interface ReviewItem {
  path: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  /** The edit that would follow the move, if the doubt is decided that way; `before` stands at line and column. */
  proposal?: { before: string; after: string };
}

/** The plan of a migration: plain data; dry run, report and apply read the same value. */
export interface MigrationPlan {
  schema: 'ufc:migration-plan:1';
  package: string;
  capability: string;
  map: MigrationMap;
  /** Files that are taken apart before anything moves; all other offsets and paths are those after it. */
  splits: FileSplit[];
  /** Old dotted name → new, for every module of the packages that move. */
  modules: Record<string, string>;
  files: PlannedFile[];
  /** New files (generated manifests, missing `__init__`s); `template` is the id of one, `pyproject` or `none`. */
  creates: { path: string; content: string; template: string }[];
  /** What happens to pyproject.toml beside the names that moved; null where nothing is planned. */
  packaging: MergePlan | null;
  conflicts: PlanConflict[];
  review: ReviewItem[];
}
