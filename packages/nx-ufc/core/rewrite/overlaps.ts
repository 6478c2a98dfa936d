import { countBefore } from '../text/bisect';
import type { PlannedEdit } from '../plan/types';

/**
 * Code edits win over string edits in the same place (a forward reference is both); equal ones are made once, as those of a literal in a
 * field of an f-string, which is a part of both.
 */
export function withoutOverlaps(
  code: readonly PlannedEdit[],
  strings: readonly PlannedEdit[],
): PlannedEdit[] {
  const unique = new Map<string, PlannedEdit>();
  for (const edit of code) unique.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
  const kept = [...unique.values()];
  const taken = kept.filter((edit) => edit.end > edit.start).sort((a, b) => a.start - b.start);
  const places = new Set<string>();
  for (const edit of strings) {
    const place = `${edit.start}:${edit.end}:${edit.text}`;
    if (places.has(place) || isTaken(taken, edit)) continue;
    places.add(place);
    kept.push(edit);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Edits of code do not overlap each other, so the last one that begins before the end of another decides. */
function isTaken(taken: readonly PlannedEdit[], edit: PlannedEdit): boolean {
  const before = countBefore(taken, ({ start }) => start < edit.end);
  return before > 0 && taken[before - 1].end > edit.start;
}
