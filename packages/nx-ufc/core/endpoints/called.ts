import type { Call, Expr } from '../python/ast';
import { argument } from './arguments';
import { addRoutes } from './add-route';
import { routersOf, type Routers } from './routers';
import { ownerOfPath } from './owner-of-path';
import type { Family, PlacedCall } from './types';
import { handlerName, ROUTE_DECORATORS, viewOf } from './views';

/** Routes that a call adds: `add_api_route`, `add_route`, `add_url_rule`, `add_resource`. */
export function addCalled(routers: Routers, placed: PlacedCall): void {
  const { call, place } = placed;
  if (call.func.type === 'Call') return addApplied(routers, placed, call.func);
  if (call.func.type !== 'Attribute') return;
  const verb = call.func.attr;
  const said = partsOf(call, verb);
  if (!said) return;
  const { handler, paths } = said;
  const known = routersOf(routers, placed, call.func.value);
  const path = paths[0] ?? null;
  const owners =
    known.length > 0 ? known : ownerOfPath(routers, placed, call.func, path, FAMILIES[verb] ?? null);
  addRoutes(routers, owners, placed, {
    verb,
    handler: handler ? handlerName(routers.symbols, place, handler) : '',
    view: handler && viewOf(routers.symbols, place, handler),
    paths,
  });
}

/** A decorator that is called by hand: `app.get("/x")(view)`. */
function addApplied(routers: Routers, { call, ...around }: PlacedCall, decorator: Call): void {
  const { func } = decorator;
  if (func.type !== 'Attribute' || !ROUTE_DECORATORS.has(func.attr) || call.args.length !== 1) return;
  const placed = { call: decorator, ...around };
  const path = argument(decorator, 0, 'path', 'rule');
  const known = routersOf(routers, placed, func.value);
  const owners = known.length > 0 ? known : ownerOfPath(routers, placed, func, path, null);
  addRoutes(routers, owners, placed, {
    verb: func.attr,
    handler: handlerName(routers.symbols, placed.place, call.args[0]),
    view: viewOf(routers.symbols, placed.place, call.args[0]),
    paths: [path],
  });
}

const FAMILIES: Record<string, Family> = {
  add_api_route: 'fastapi',
  add_api_websocket_route: 'fastapi',
  add_url_rule: 'flask',
};

function partsOf(call: Call, verb: string): { handler: Expr | null; paths: (Expr | null)[] } | null {
  switch (verb) {
    case 'add_api_route':
    case 'add_api_websocket_route':
    case 'add_route':
    case 'add_websocket_route':
      // Namespaces of Flask-RESTX take the class first: add_resource is their spelling, add_route that of the others.
      return { handler: argument(call, 1, 'endpoint', 'route'), paths: [argument(call, 0, 'path')] };
    case 'add_url_rule':
      return { handler: argument(call, 2, 'view_func'), paths: [argument(call, 0, 'rule')] };
    case 'add_resource':
      return { handler: argument(call, 0, 'resource'), paths: call.args.slice(1) };
    default:
      return null;
  }
}
