import type { Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import type { Namespace } from '../symbols/namespace';
import type { Place, Symbols } from '../symbols/symbols';
import type { Value } from '../symbols/value';
import { addRoutes, sourceOf } from './add-route';
import { argument } from './arguments';
import { externalNameOf } from './families';
import { knownRouter, routerOfCall, routersOf, type Routers } from './routers';
import type { PlacedCall, Router } from './types';
import { handlerName, viewOf } from './views';

const ROUTE = /^(starlette|fastapi)\.routing\.(API)?(WebSocket|WebSocketRoute|Route)+$/;

/** Routes of Starlette that stand in a list: `Starlette(routes=[Route("/x", view), Mount("/y", routes=[…])])`. */
export function addListed(routers: Routers, placed: PlacedCall): void {
  const router = knownRouter(routers, placed);
  if (router && (router.family === 'starlette' || router.family === 'fastapi'))
    addItems(routers, router, placed, 0);
  addAppended(routers, placed);
}

const MAX_NESTED = 10;

function addItems(routers: Routers, router: Router, placed: PlacedCall, depth: number): void {
  const list = routesOf(router, placed);
  if (list && !(list.type === 'Constant' && list.value.kind === 'none')) {
    const items = listAt(routers.symbols, placed.place, list);
    if (items) for (const item of items) addItem(routers, router, placed, item, depth);
    else addUnknown(routers, placed, list);
  }
  const app = /\bMount$/.test(calleeText(placed)) ? argument(placed.call, 1, 'app') : null;
  for (const child of app ? routersOf(routers, placed, app) : [])
    router.children.push({ router: child, prefix: null, ...placed });
}

/** The argument that lists the routes of what a call makes. */
function routesOf(router: Router, placed: Pick<PlacedCall, 'call'>): Expr | null {
  const position = /\bMount$/.test(calleeText(placed)) ? 2 : router.isApplication ? 1 : 0;
  return argument(placed.call, router.family === 'fastapi' ? -1 : position, 'routes');
}

/** The items of a list; of a name that is added to later those that it starts with. */
function listAt(symbols: Symbols, place: Place, expr: Expr): Value[] | null {
  const started = startOf(place, expr);
  const value = started ? evaluate(symbols, started.place, started.expr) : evaluate(symbols, place, expr);
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : null;
}

function startOf(place: Place, expr: Expr): { expr: Expr; place: Place } | null {
  const found = expr.type === 'Name' ? definedAt(place, expr.id) : null;
  const [first, ...rest] = found?.namespace.names.get((expr as { id: string }).id) ?? [];
  if (!found || first?.kind !== 'assignment' || !first.value || rest.length === 0) return null;
  return rest.every((one) => one.kind === 'added') ? { expr: first.value, place: found } : null;
}

function definedAt(place: Place, name: string): Place | null {
  for (let at: Place | null = place; at; at = at.outer) if (at.namespace.names.has(name)) return at;
  return null;
}

function addItem(routers: Routers, router: Router, placed: PlacedCall, item: Value, depth: number): void {
  if (depth > MAX_NESTED) return;
  if (item.kind !== 'call') return addUnknown(routers, placed, item.kind === 'unknown' ? item.expr : null);
  const { node: call, place, callee } = item;
  const inner: PlacedCall = { ...placed, call, place };
  const name = externalNameOf(routers.symbols, callee);
  if (name && ROUTE.test(name)) {
    const view = argument(call, 1, 'endpoint');
    addRoutes(routers, [router], inner, {
      verb: name.slice(name.lastIndexOf('.') + 1),
      handler: view ? handlerName(routers.symbols, place, view) : '',
      view: view && viewOf(routers.symbols, place, view),
      paths: [argument(call, 0, 'path')],
    });
    return;
  }
  const child = routerOfCall(routers, place, call);
  if (!child) return addUnknown(routers, inner, call);
  router.children.push({ router: child, prefix: null, ...inner });
  addItems(routers, child, inner, depth + 1);
}

/** Note that there are routes that the code does not tell. Files that are served are no routes. */
function addUnknown(routers: Routers, placed: PlacedCall, expr: Expr | null): void {
  const { text } = routers.symbols.project.sources.get(placed.place.info.path)!;
  const shown = expr ? text.slice(expr.start, expr.end) : 'an item';
  if (/\bStaticFiles\b/.test(shown)) return;
  routers.gaps.push({
    ...sourceOf(routers, placed),
    reason: `routes: ${shown.slice(0, 80)}: only known at run time`,
  });
}

/** `routes.append(Route(…))`, `app.routes.extend([…])`, `routes += […]`: more routes for what was made with the list. */
function addAppended(routers: Routers, placed: PlacedCall): void {
  const { func, args } = placed.call;
  if (func.type !== 'Attribute' || !/^(append|insert|extend)$/.test(func.attr)) return;
  const given = args[args.length - 1];
  const owners = given ? ownersOfList(routers, placed, func.value) : [];
  if (owners.length === 0) return;
  const items =
    func.attr === 'extend'
      ? listAt(routers.symbols, placed.place, given)
      : [evaluate(routers.symbols, placed.place, given)];
  if (!items) addUnknown(routers, placed, given);
  for (const owner of owners) for (const item of items ?? []) addItem(routers, owner, placed, item, 0);
}

function ownersOfList(routers: Routers, placed: PlacedCall, list: Expr): Router[] {
  if (list.type === 'Attribute' && list.attr === 'routes') return routersOf(routers, placed, list.value);
  if (list.type !== 'Name') return [];
  const home: Namespace | undefined = definedAt(placed.place, list.id)?.namespace;
  return routers.all.filter((router) => {
    const routes = routesOf(router, router);
    if (routes?.type !== 'Name' || routes.id !== list.id) return false;
    return home !== undefined && definedAt(router.place, routes.id)?.namespace === home;
  });
}

function calleeText({ call }: Pick<PlacedCall, 'call'>): string {
  return call.func.type === 'Name' ? call.func.id : call.func.type === 'Attribute' ? call.func.attr : '';
}
