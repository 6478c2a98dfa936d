import type { Definition } from '../../symbols/namespace';
import { innerPlace, modulePlace, resolveParts, type Place } from '../../symbols/symbols';
import { cached, type ClassSymbol, type Models } from '../models';

const MAX_NESTING = 10;

/** Every class of the shipped modules, nested ones after the one that they stand in; those inside of functions are left out. */
export function classesOf(models: Models): readonly ClassSymbol[] {
  return cached(models, models.symbols.project, 'classes', () => {
    const found: ClassSymbol[] = [];
    for (const place of shippedPlaces(models)) collect(models, place, found, 0);
    return found;
  });
}

/** The top level of every shipped module. */
export function shippedPlaces(models: Models): Place[] {
  return [...models.symbols.project.modules.values()].flatMap((info) => {
    const place = info.area === 'shipped' ? modulePlace(models.symbols, info.name) : null;
    return place ? [place] : [];
  });
}

/** A class statement, or a call that may make one. */
const mayBeClass = (one: Definition): boolean =>
  one.kind === 'class' || (one.kind === 'assignment' && one.value?.type === 'Call');

function collect(models: Models, place: Place, found: ClassSymbol[], depth: number): void {
  for (const [name, definitions] of place.namespace.names) {
    if (!definitions.some(mayBeClass)) continue;
    const symbol = resolveParts(models.symbols, place, [name]);
    if (symbol?.kind !== 'class' || symbol.place !== place) continue;
    found.push(symbol);
    if (depth < MAX_NESTING)
      collect(models, innerPlace(models.symbols, place, symbol.node), found, depth + 1);
  }
}
