import type { Attribute, Expr } from '../python/ast';
import { textOf } from './arguments';
import type { Routers } from './routers';
import { addUnknownGap, standInFor } from './stand-in';
import type { Family, PlacedCall, Router } from './types';

/**
 * What a route on a router that is not known is noted on. A text that does not start with a slash is no path, so the call
 * declares no route; where the path is not known either, that is a gap.
 */
export function ownerOfPath(
  routers: Routers,
  placed: PlacedCall,
  func: Attribute,
  path: Expr | null,
  hint: Family | null,
): Router[] {
  if (!path) return [];
  const text = textOf(routers.symbols, placed.place, path);
  if ('value' in text) {
    const isPath = text.value === '' || text.value.startsWith('/');
    const owner = isPath ? standInFor(routers, placed, func.value, hint) : null;
    return owner ? [owner] : [];
  }
  // A method that hands its own call on, as in `def add_api_route(self, path, …): self.router.add_api_route(path, …)`.
  if (placed.place.node?.name !== func.attr) addUnknownGap(routers, placed, func.value, func.attr);
  return [];
}
