import { countBefore } from '../text/bisect';
import type { PlannedEdit } from '../plan/types';

/** Code edits win over string edits in the same place (a forward reference is both); equal ones are made once. */
export function withoutOverlaps(
  code: readonly PlannedEdit[],
  strings: readonly PlannedEdit[],
): PlannedEdit[] {
  const unique = new Map<string, PlannedEdit>();
  for (const edit of code) unique.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
  const kept = [...unique.values()];
  const taken = kept.filter((edit) => edit.end > edit.start).sort((a, b) => a.start - b.start);
  for (const edit of strings) {
    if (!isTaken(taken, edit)) kept.push(edit);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Edits of code do not overlap each other, so the last one that begins before the end of another decides. */
function isTaken(taken: readonly PlannedEdit[], edit: PlannedEdit): boolean {
  const before = countBefore(taken, ({ start }) => start < edit.end);
  return before > 0 && taken[before - 1].end > edit.start;
}
