import type { Expr } from '../python/ast';
import type { Namespace } from '../symbols/namespace';
import type { Place } from '../symbols/symbols';

type Decide = (place: Place, test: Expr) => boolean | null;

/**
 * Tests decided at most once each. A test may ask for names that other tests decide on, and for the very name that it
 * decides on itself: what is being asked already is not known to it. An answer that was cut short so counts for the
 * question at hand only, else the tests of a long function would be asked in every order.
 */
export function decidedOnce(decide: Decide): Decide {
  const known = new WeakMap<Namespace, Map<Expr, boolean | null>>();
  const open = new Set<Expr>();
  const leftOpen = new Set<Expr>();
  let isCut = false;
  return (place, test) => {
    let answers = known.get(place.namespace);
    if (!answers) known.set(place.namespace, (answers = new Map()));
    const answer = answers.get(test);
    if (answer !== undefined) return answer;
    if (open.has(test) || leftOpen.has(test)) {
      isCut = true;
      return null;
    }
    const wasCut = isCut;
    isCut = false;
    open.add(test);
    try {
      const found = decide(place, test);
      if (found !== null || !isCut) answers.set(test, found);
      else leftOpen.add(test);
      return found;
    } finally {
      open.delete(test);
      isCut ||= wasCut;
      if (open.size === 0) {
        leftOpen.clear();
        isCut = false;
      }
    }
  };
}
