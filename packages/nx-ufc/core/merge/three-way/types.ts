import type { Operation } from '../data/operation';
import type { DataPath, DataValue } from '../data/value';

/** What a person must decide: both sides changed the same key or item, differently. `undefined` means that it is not there. */
export interface Conflict {
  /** In the user's document; for an item that the user removed the path of the array. */
  path: DataPath;
  base: DataValue | undefined;
  yours: DataValue | undefined;
  theirs: DataValue | undefined;
  /** Why it could not be written, where that is the reason. */
  reason?: string;
}

export interface Merge3 {
  /** The user's data with all that the template changed and that is not in conflict. */
  merged: DataValue | undefined;
  /** What makes `merged` of the user's document, in order. */
  edits: Operation[];
  conflicts: Conflict[];
  /**
   * The base of the next merge: the template's data, but with the old base wherever there is a conflict, so that it comes
   * back until someone decides.
   */
  baseline: DataValue | undefined;
}

/** Outcome of one node; undefined means that it is not there. */
export interface Settled {
  value: DataValue | undefined;
  baseline: DataValue | undefined;
}

/** Merge one node of the documents: what it was, what the user has, what the template has. */
export type MergeNode = (
  base: DataValue | undefined,
  ours: DataValue | undefined,
  theirs: DataValue | undefined,
  path: DataPath,
) => Settled;

/** Keep the user's and list it. */
export type Report = (conflict: Conflict) => Settled;
