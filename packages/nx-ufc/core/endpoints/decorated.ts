import type { Attribute, Call, ClassDef } from '../python/ast';
import type { Place } from '../symbols/symbols';
import { argument } from './arguments';
import { addRoutes } from './add-route';
import { routersOf, type Routers } from './routers';
import type { PlacedCall, Router, Surroundings, View } from './types';
import { qualnameOf, ROUTE_DECORATORS } from './views';
import { ownerOfPath } from './owner-of-path';
import type { Definition } from './walk';

/**
 * Routes that a decorator declares: `@router.get("/x")`, `@app.route("/y", methods=[…])`, `@app.websocket("/z")`, and
 * `@ns.route("/a", "/b")` on a class.
 */
export function addDecorated(routers: Routers, node: Definition, place: Place, around: Surroundings): void {
  const view: View =
    node.type === 'ClassDef' ? { kind: 'class', node, place } : { kind: 'function', node, place };
  for (const decorator of node.decorator_list) {
    if (decorator.type !== 'Call' || decorator.func.type !== 'Attribute') continue;
    const verb = decorator.func.attr;
    if (node.type === 'ClassDef' ? verb !== 'route' : !ROUTE_DECORATORS.has(verb)) continue;
    const placed = { call: decorator as Call, place, ...around };
    const known = routersOf(routers, placed, decorator.func.value);
    const owners =
      known.length > 0
        ? known.filter((owner) => accepts(owner, node))
        : unknownOwner(routers, placed, node, decorator.func);
    const paths =
      owners[0]?.family === 'flask-restx' ? decorator.args : [argument(decorator, 0, 'path', 'rule')];
    addRoutes(routers, owners, placed, { verb, handler: qualnameOf(view), view, paths });
  }
}

/** What a decorator on a router that is not known is noted on. */
function unknownOwner(routers: Routers, placed: PlacedCall, node: Definition, func: Attribute): Router[] {
  const hint = node.type === 'ClassDef' ? 'flask-restx' : func.attr === 'api_route' ? 'fastapi' : null;
  return ownerOfPath(routers, placed, func, argument(placed.call, 0, 'path', 'rule'), hint);
}

/** Resources of Flask-RESTX are classes; a class on another router is one of Starlette's endpoints. */
function accepts({ family }: Router, node: Definition | ClassDef): boolean {
  const isClass = node.type === 'ClassDef';
  return family === 'flask-restx' ? isClass : !isClass || family === 'starlette' || family === 'fastapi';
}
