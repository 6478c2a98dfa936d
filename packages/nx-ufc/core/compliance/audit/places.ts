import type { ModuleInfo } from '../../project/types';

/** What the content of modules says about their places, the most frequent first: `core/port (12), interface/api`. */
export function placesOf(
  modules: readonly ModuleInfo[],
  classifications: ReadonlyMap<string, { layer: string | null; role: string }>,
): string {
  const counts = new Map<string, number>();
  for (const info of modules) {
    const found = classifications.get(info.path);
    const key = found?.layer ? `${found.layer}/${found.role}` : 'no layer';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.map(([key, count]) => (sorted.length > 1 ? `${key} (${count})` : key)).join(', ');
}
