import type { EditResult, Operation } from '../data/operation';
import { editToml } from '../toml/edit';

/** What a merge does to a pyproject.toml: plain data that a dry run shows, a report holds and `applyMergePlan` carries out. */
export interface MergePlan {
  schema: 'ufc:merge-plan:1';
  operations: Operation[];
  requirements: RequirementDecision[];
  conflicts: MergeConflict[];
}

/** What became of one requirement that the capability has. */
export interface RequirementDecision {
  /** As the capability needs it: `pydantic>=2.5`. */
  needed: string;
  /** As the user has it, null when it was not there. */
  present: string | null;
  decision: 'added' | 'kept' | 'overlaps' | 'narrowed' | 'disjoint' | 'unknown';
}

/** The user's value stays; someone must decide. */
export interface MergeConflict {
  path: (string | number)[];
  yours: string | null;
  needed: string;
  message: string;
}

/** `keep` reports ranges that overlap, `intersect` narrows the user's to what both admit. */
export type DependencyPolicy = 'keep' | 'intersect';

/** Carry a plan out on the text that it was made for. */
export function applyMergePlan(text: string, plan: Pick<MergePlan, 'operations'>): EditResult {
  return editToml(text, plan.operations);
}
