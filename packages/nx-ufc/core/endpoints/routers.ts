import type { Call, Expr, Stmt } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { innerPlace, resolveExpr, type Place, type Symbols } from '../symbols/symbols';
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
    madeIn: [place.info.name, place.qualname].filter(Boolean).join('.'),
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
  const value = evaluate(symbols, placed.place, expr);
  if (value.kind === 'call') return made(routers, value.place, value.node, 0);
  if (expr.type !== 'Name' || resolveExpr(symbols, placed.place, expr) !== null) return [];
  const applications = [...routers.byCall.values()].filter((router) => router.isApplication);
  return applications.length === 1 ? applications : [];
}

const MAX_FACTORIES = 5;

/** What a call makes: a router, or what a factory of the project returns. */
function made(routers: Routers, place: Place, call: Call, depth: number): Router[] {
  const own = routerOfCall(routers, place, call);
  if (own) return [own];
  const factory = resolveExpr(routers.symbols, place, call.func);
  if (factory?.kind !== 'function' || depth > MAX_FACTORIES) return [];
  const inside = innerPlace(routers.symbols, factory.place, factory.node);
  const found = returnsOf(factory.node.body).flatMap((returned) => {
    const value = evaluate(routers.symbols, inside, returned);
    return value.kind === 'call' ? made(routers, value.place, value.node, depth + 1) : [];
  });
  return [...new Set(found)];
}

/** The expressions that a function returns, nested functions left out. */
function returnsOf(body: readonly Stmt[]): Expr[] {
  return body.flatMap((statement): Expr[] => {
    if (statement.type === 'Return') return statement.value ? [statement.value] : [];
    if (statement.type === 'If' || statement.type === 'For' || statement.type === 'While')
      return [...returnsOf(statement.body), ...returnsOf(statement.orelse)];
    if (statement.type === 'With' || statement.type === 'AsyncWith') return returnsOf(statement.body);
    if (statement.type === 'Try')
      return [statement.body, statement.orelse, statement.finalbody].flatMap(returnsOf);
    return [];
  });
}
