import { evaluate } from '../symbols/evaluate';
import type { Value } from '../symbols/value';
import { addRoutes } from './add-route';
import { argument } from './arguments';
import { knownRouter, routerOfCall, routersOf, type Routers } from './routers';
import type { PlacedCall, Router } from './types';
import { handlerName, viewOf } from './views';

const ROUTE = /^(starlette|fastapi)\.routing\.(API)?(WebSocket|WebSocketRoute|Route)+$/;

/** Routes of Starlette that stand in a list: `Starlette(routes=[Route("/x", view), Mount("/y", routes=[…])])`. */
export function addListed(routers: Routers, placed: PlacedCall): void {
  const router = knownRouter(routers, placed);
  if (router && (router.family === 'starlette' || router.family === 'fastapi'))
    addItems(routers, router, placed, 0);
}

const MAX_NESTED = 10;

function addItems(routers: Routers, router: Router, placed: PlacedCall, depth: number): void {
  const { symbols } = routers;
  const position = /\bMount$/.test(calleeText(placed)) ? 2 : router.isApplication ? 1 : 0;
  const list = argument(placed.call, position, 'routes');
  const items = list && evaluate(symbols, placed.place, list);
  if (items?.kind === 'list' || items?.kind === 'tuple')
    for (const item of items.items) addItem(routers, router, placed, item, depth);
  const app = /\bMount$/.test(calleeText(placed)) ? argument(placed.call, 1, 'app') : null;
  for (const child of app ? routersOf(routers, placed, app) : [])
    router.children.push({ router: child, prefix: null, ...placed });
}

function addItem(routers: Routers, router: Router, placed: PlacedCall, item: Value, depth: number): void {
  if (item.kind !== 'call' || item.callee?.kind !== 'external' || depth > MAX_NESTED) return;
  const { node: call, place, callee } = item;
  const inner: PlacedCall = { ...placed, call, place };
  if (ROUTE.test(callee.name)) {
    const view = argument(call, 1, 'endpoint');
    addRoutes(routers, [router], inner, {
      verb: callee.name.slice(callee.name.lastIndexOf('.') + 1),
      handler: view ? handlerName(routers.symbols, place, view) : '',
      view: view && viewOf(routers.symbols, place, view),
      paths: [argument(call, 0, 'path')],
    });
    return;
  }
  const child = routerOfCall(routers, place, call);
  if (!child) return;
  router.children.push({ router: child, prefix: null, ...inner });
  addItems(routers, child, inner, depth + 1);
}

function calleeText({ call }: PlacedCall): string {
  return call.func.type === 'Name' ? call.func.id : call.func.type === 'Attribute' ? call.func.attr : '';
}
