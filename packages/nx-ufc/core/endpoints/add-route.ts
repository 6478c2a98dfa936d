import type { Expr } from '../python/ast';
import { lineAt } from '../symbols/line-at';
import { argument, methodsOf, textOf } from './arguments';
import type { Routers } from './routers';
import type { Known, PlacedCall, Route, Router, View } from './types';
import { HTTP_METHODS, methodsOfClass } from './views';

/** What a call says of a route: `verb` is the last name of what is called. */
export interface Declared {
  verb: string;
  handler: string;
  view: View | null;
  /** The expressions of its paths; none when the call does not give one. */
  paths: (Expr | null)[];
}

/** Add the routes that a call declares to each of the routers. */
export function addRoutes(
  { symbols }: Routers,
  owners: readonly Router[],
  placed: PlacedCall,
  { verb, handler, view, paths }: Declared,
): void {
  const { call, place, conditional } = placed;
  const listed = argument(call, -1, 'methods');
  const given = methodsOf(symbols, place, listed);
  const isOpen = listed !== null && given === null && !isNone(listed);
  const methods = /websocket/i.test(verb)
    ? ['WEBSOCKET']
    : HTTP_METHODS.has(verb)
      ? [verb.toUpperCase()]
      : (given ?? methodsOfClass(symbols, view) ?? ['GET']);
  for (const path of paths) {
    const text: Known = path ? textOf(symbols, place, path) : { unresolved: 'no path is given' };
    const route: Route = {
      methods,
      path: text,
      handler,
      view,
      call,
      place,
      ...sourceOf({ symbols }, placed),
      conditional,
      unknown: isOpen ? ['its methods are only known at run time'] : [],
    };
    for (const owner of owners) owner.routes.push(route);
  }
}

const isNone = (expr: Expr): boolean => expr.type === 'Constant' && expr.value.kind === 'none';

/** File and line of a call. */
export function sourceOf(
  { symbols }: Pick<Routers, 'symbols'>,
  { call, place }: Pick<PlacedCall, 'call' | 'place'>,
): { file: string; line: number } {
  const file = place.info.path;
  return { file, line: lineAt(symbols, file, call.start) };
}
