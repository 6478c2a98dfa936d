import { countBefore } from '../text/bisect';
import type { RewriteContext } from './context';
import { movedRoots } from './mapping';

const known = new WeakMap<RewriteContext, readonly number[]>();

/** Does the name of a moved package stand in a part of the text? */
export function namesRoot(context: RewriteContext, start: number, end: number): boolean {
  const places = rootPlaces(context);
  if (places.length === 0) return false;
  const next = places[countBefore(places, (place) => place < start)];
  return next !== undefined && next < end;
}

/** Where such names stand in the text, in order. */
function rootPlaces(context: RewriteContext): readonly number[] {
  const before = known.get(context);
  if (before) return before;
  const { text, mapping } = context;
  const places: number[] = [];
  for (const root of movedRoots(mapping))
    for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + root.length)) places.push(at);
  places.sort((a, b) => a - b);
  known.set(context, places);
  return places;
}
