import type { Analysis } from '../project/analysis';
import { closureOf, type Needs } from './closure';

/** How many modules are tried, those that are needed first. */
const MAX_TRIED = 150;
/** Less than this is not worth a hint. */
const MIN_SHARE = 0.4;

/**
 * The module without which the fewest modules would be needed, with how many would stay behind then, itself included; null when none of
 * them brings a good part of all.
 * @param closure all modules that are needed, in the order in which they were found
 */
export function widestGate(
  project: Analysis['project'],
  needs: Needs,
  selected: ReadonlySet<string>,
  closure: ReadonlyMap<string, string | null>,
  isAllowed: (module: string) => boolean,
): { module: string; saves: number } | null {
  const needed = [...closure.keys()].filter((module) => !selected.has(module));
  const near = new Set(needed.filter((module) => selected.has(closure.get(module)!)));
  const tried = [...near, ...needed.filter((module) => !near.has(module))].slice(0, MAX_TRIED);
  let best: { module: string; saves: number } | null = null;
  for (const module of tried) {
    const rest = closureOf(project, needs, selected, (name) => name !== module && isAllowed(name));
    const saves = closure.size - rest.size;
    if (saves > (best?.saves ?? 0)) best = { module, saves };
  }
  return best !== null && best.saves >= Math.max(5, needed.length * MIN_SHARE) ? best : null;
}
