/** Findings of a tool by file and rule: `core/services/table.py E501` → 3. Counts, not lines: code above may move them. */
export type FindingCounts = Record<string, number>;

/** `.ufc/baseline/<project>/ratchet.json`: the findings that migrated code came with. They may only become fewer. */
export interface Ratchet {
  schema: 'ufc:ratchet:1';
  tools: Record<string, FindingCounts>;
}

export interface RatchetResult {
  /** More findings than recorded, with by how many. */
  worse: { key: string; recorded: number; found: number }[];
  /** Fewer than recorded: the record can be lowered. */
  better: number;
  total: number;
}

/** Compare what a tool found with what is recorded. */
export function compareRatchet(recorded: FindingCounts, found: FindingCounts): RatchetResult {
  const worse = Object.entries(found)
    .filter(([key, count]) => count > (recorded[key] ?? 0))
    .map(([key, count]) => ({ key, recorded: recorded[key] ?? 0, found: count }));
  const better = Object.entries(recorded).reduce(
    (sum, [key, count]) => sum + Math.max(0, count - (found[key] ?? 0)),
    0,
  );
  return { worse, better, total: Object.values(found).reduce((sum, count) => sum + count, 0) };
}

/** The record after a run: what was found where it is less, never more. */
export function lowered(recorded: FindingCounts, found: FindingCounts): FindingCounts {
  const next: FindingCounts = {};
  for (const key of Object.keys(recorded).sort()) {
    const count = Math.min(recorded[key], found[key] ?? 0);
    if (count > 0) next[key] = count;
  }
  return next;
}
