import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import { kindOfCall } from './families';
import { argument, textOf } from './arguments';
import type { PlacedCall, Router } from './types';

/** Every application, router and blueprint of a project, by the call that makes it. */
export interface Routers {
  symbols: Symbols;
  byCall: Map<Call, Router>;
}

/** The router that a call makes, made known once; null when the call makes something else. */
export function routerOfCall({ symbols, byCall }: Routers, place: Place, call: Call): Router | null {
  const known = byCall.get(call);
  if (known) return known;
  const kind = kindOfCall(symbols, place, call);
  if (!kind) return null;
  const given = kind.prefix && argument(call, kind.prefix.position, kind.prefix.keyword);
  const router: Router = {
    family: kind.family,
    isApplication: kind.isApplication,
    prefix: given ? textOf(symbols, place, given) : { value: '' },
    routes: [],
    children: [],
  };
  byCall.set(call, router);
  return router;
}

/**
 * The routers that an expression means: a name that one was assigned to, in any module, or the items of a loop. A
 * parameter of a function means the only application of the project, where there is one; else none.
 */
export function routersOf(
  routers: Routers,
  placed: Pick<PlacedCall, 'place' | 'loops'>,
  expr: Expr,
): Router[] {
  const { symbols } = routers;
  const items = expr.type === 'Name' ? placed.loops.get(expr.id) : undefined;
  if (items) return items.flatMap((item) => routersOf(routers, { ...placed, loops: new Map() }, item));
  if (expr.type === 'Call') {
    const made = routerOfCall(routers, placed.place, expr);
    return made ? [made] : [];
  }
  const value = evaluate(symbols, placed.place, expr);
  if (value.kind === 'call') {
    const made = routerOfCall(routers, value.place, value.node);
    return made ? [made] : [];
  }
  if (expr.type !== 'Name' || resolveExpr(symbols, placed.place, expr) !== null) return [];
  const applications = [...routers.byCall.values()].filter((router) => router.isApplication);
  return applications.length === 1 ? applications : [];
}
