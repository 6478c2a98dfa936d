import type { Analysis } from '../project/analysis';
import { choosesByTexts, closureOf, needsOf, type Needs } from './closure';

export interface Gate {
  module: string;
  saves: number;
}

/** How many modules are tried, those that are needed first. */
const MAX_TRIED = 150;
/** Less than this is not worth a hint. */
const MIN_SHARE = 0.4;

/** The same for texts: leaving them breaks no import, so less is worth it. */
const MIN_CHOSEN = 3;
const MIN_CHOSEN_SHARE = 0.1;

/** What can be left without a broken import is preferred when it saves nearly as much. */
const NEARLY = 0.75;

/**
 * The module without which the fewest modules would be needed, with how many would stay behind then, itself included; null when none of
 * them brings a good part of all.
 * @param closure all modules that are needed, in the order in which they were found @param onImport those without which no import works
 */
export function widestGate(
  project: Analysis['project'],
  needs: Needs,
  selected: ReadonlySet<string>,
  closure: ReadonlyMap<string, string | null>,
  onImport: ReadonlyMap<string, string | null>,
  isAllowed: (module: string) => boolean,
): Gate | null {
  const needed = [...closure.keys()].filter((module) => !selected.has(module));
  const near = new Set(needed.filter((module) => selected.has(closure.get(module)!)));
  const tried = [...near, ...needed.filter((module) => !near.has(module))].slice(0, MAX_TRIED);
  const gates = tried.map((module) => {
    const rest = closureOf(project, needs, selected, (name) => name !== module && isAllowed(name));
    return { module, saves: closure.size - rest.size };
  });
  const widest = (some: typeof gates) =>
    some.reduce((a: Gate | null, b) => (a !== null && a.saves >= b.saves ? a : b), null);
  const all = widest(gates);
  const later = widest(gates.filter(({ module }) => !onImport.has(module)));
  const best = later !== null && later.saves >= all!.saves * NEARLY ? later : all;
  return best !== null && best.saves >= Math.max(5, needed.length * MIN_SHARE) ? best : null;
}

/**
 * The module without whose texts the fewest modules would be needed: a table that names what may be chosen when the code runs. Null when
 * no such table brings a good part of all.
 * @param cut modules whose texts are left out already
 */
export function widestChooser(
  analysis: Analysis,
  needs: Needs,
  cut: ReadonlySet<string>,
  selected: ReadonlySet<string>,
  closure: ReadonlyMap<string, string | null>,
  isAllowed: (module: string) => boolean,
): Gate | null {
  const { project } = analysis;
  const choosers = [...closure.keys()].filter(
    (module) => !cut.has(module) && choosesByTexts(project, project.modules.get(module)!),
  );
  const without = needsOf(analysis, { cut: new Set([...cut, ...choosers]) });
  const saved = choosers.map((module) => {
    const less = new Map(needs).set(module, without.get(module) ?? []);
    const rest = closureOf(project, less, selected, isAllowed);
    return { module, saves: closure.size - rest.size };
  });
  const best = saved.reduce((a: Gate | null, b) => (a !== null && a.saves >= b.saves ? a : b), null);
  const needed = closure.size - selected.size;
  return best !== null && best.saves >= Math.max(MIN_CHOSEN, needed * MIN_CHOSEN_SHARE) ? best : null;
}
