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
    if (!taken.some((other) => other.start < edit.end && edit.start < other.end)) kept.push(edit);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
