import { formatOfFile } from '../merge/formats';
import { mergeData } from './merge-data';
import { mergeLines } from './merge-lines';
import { pythonProblem } from './python-gate';
import type { Conflict } from './types';

/** Which side wins where both changed the same; null: nobody, it is a conflict. */
export type Accept = 'ours' | 'theirs' | null;

export interface FileMerge {
  /** What to write: the person's file with what could be brought in. */
  text: string;
  /** Base of the next merge: moves only as far as the template was brought in. */
  base: string;
  conflicts: Conflict[];
  /** With conflict markers; null where the format cannot have any. */
  marked: string | null;
}

/** Merge a template change into a file that a person changed, by the kind of the file. */
export function mergeFile(
  path: string,
  base: string,
  yours: string,
  theirs: string,
  accept: Accept,
): FileMerge {
  const format = formatOfFile(path);
  if (format !== null) return mergeData(format, base, yours, theirs, accept);
  return mergeText(path, base, yours, theirs, accept);
}

/** Line by line; a file with a conflict stays as it is, as a whole: half of a change may not even run. */
function mergeText(path: string, base: string, yours: string, theirs: string, accept: Accept): FileMerge {
  const merge = mergeLines(base, yours, theirs);
  if (merge.conflicts.length > 0 && accept === null)
    return { text: yours, base, conflicts: merge.conflicts, marked: merge.marked };
  if (accept === 'ours' && losesMoved(yours, theirs, merge.yours))
    return { text: yours, base: theirs, conflicts: [], marked: null };
  const text = accept === 'theirs' ? merge.theirs : merge.yours;
  const problem = /\.pyi?$/.test(path) ? pythonProblem(path, text, yours, theirs) : null;
  if (problem === null) return { text, base: theirs, conflicts: [], marked: null };
  if (accept !== null)
    return { text: accept === 'ours' ? yours : theirs, base: theirs, conflicts: [], marked: null };
  return { text: yours, base, conflicts: [{ where: problem, base, yours, theirs }], marked: null };
}

/** A line that the template moved to where the person's side was chosen would be in neither place. */
function losesMoved(yours: string, theirs: string, merged: string): boolean {
  const [there, kept] = [theirs, merged].map((text) => new Set(text.split('\n')));
  return yours.split('\n').some((line) => there.has(line) && !kept.has(line));
}
