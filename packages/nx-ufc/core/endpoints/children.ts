import type { Call, Expr } from '../python/ast';
import { externalNameOf } from './families';
import { argument, textOf, withoutSlashes } from './arguments';
import { sourceOf } from './add-route';
import { knownRouter, routersOf, type Routers } from './routers';
import { standInFor, whatIsKnown } from './stand-in';
import type { Family, Known, PlacedCall, Router } from './types';
import { resolveExpr } from '../symbols/symbols';

/** How a call puts a router below another one. */
interface Inclusion {
  parent: Expr;
  child: Expr;
  prefix: Expr | null;
  isMount?: true;
}

/**
 * One router below another: `include_router`, `mount`, `register_blueprint`, `add_namespace`, `api.init_app(app)`,
 * `Api(app)`, `api.namespace("x")`, each with the prefix that is given there.
 */
export function addChildren(routers: Routers, placed: PlacedCall): void {
  addConstructed(routers, placed);
  const inclusion = inclusionOf(placed.call);
  if (!inclusion) return;
  const { symbols } = routers;
  const known = routersOf(routers, placed, inclusion.parent);
  const children = routersOf(routers, placed, inclusion.child);
  const parents = known.length > 0 ? known : unknownParent(routers, placed, inclusion, children);
  if (parents.length > 0 && children.length === 0) addGap(routers, placed, inclusion.child);
  const given = inclusion.prefix ? textOf(symbols, placed.place, inclusion.prefix) : null;
  const prefix = given && inclusion.isMount ? withoutSlashes(given) : given;
  for (const parent of parents) for (const child of children) addChild(parent, child, prefix, placed);
}

/** What routers are put below where the code does not tell which one that is. Much is mounted that has no routes. */
function unknownParent(
  routers: Routers,
  placed: PlacedCall,
  { parent }: Inclusion,
  children: readonly Router[],
): Router[] {
  const { func } = placed.call;
  const verb = func.type === 'Attribute' ? func.attr : '';
  if (children.length === 0 && (verb === 'mount' || verb === 'init_app')) return [];
  const owner = standInFor(routers, placed, parent, children[0] ? hostOf(children[0].family) : null);
  return owner ? [owner] : [];
}

/** The family of what a router is included by. */
const hostOf = (family: Family): Family => (family.startsWith('flask') ? 'flask' : family);

function addChild(parent: Router, router: Router, prefix: Known | null, placed: PlacedCall): void {
  const { call, place, conditional } = placed;
  parent.children.push({ router, prefix, call, place, conditional });
}

/** `Api(app)` and `api.namespace("x")` make a router and put it below another one at once. */
function addConstructed(routers: Routers, placed: PlacedCall): void {
  const { call } = placed;
  const router = knownRouter(routers, placed);
  if (!router?.family.startsWith('flask-rest')) return;
  const byMethod = call.func.type === 'Attribute' && call.func.attr === 'namespace' ? call.func.value : null;
  const owner = byMethod ?? (isApi(routers, placed) ? argument(call, 0, 'app') : null);
  if (!owner) return;
  for (const parent of routersOf(routers, placed, owner)) addChild(parent, router, null, placed);
}

function isApi({ symbols }: Routers, { call, place }: PlacedCall): boolean {
  return externalNameOf(symbols, resolveExpr(symbols, place, call.func))?.endsWith('.Api') ?? false;
}

function inclusionOf(call: Call): Inclusion | null {
  if (call.func.type !== 'Attribute') return null;
  const owner = call.func.value;
  const below = (child: Expr | null, prefix: Expr | null) => child && { parent: owner, child, prefix };
  switch (call.func.attr) {
    case 'include_router':
      return below(argument(call, 0, 'router'), argument(call, -1, 'prefix'));
    case 'mount':
      return mounted(below(argument(call, 1, 'app'), argument(call, 0, 'path')));
    case 'register_blueprint':
      return below(argument(call, 0, 'blueprint'), argument(call, -1, 'url_prefix'));
    case 'add_namespace':
      return below(argument(call, 0, 'ns'), argument(call, 1, 'path'));
    case 'init_app': {
      const parent = argument(call, 0, 'app');
      return parent && { parent, child: owner, prefix: null };
    }
    default:
      return null;
  }
}

const mounted = (inclusion: Inclusion | null): Inclusion | null =>
  inclusion && { ...inclusion, isMount: true };

const WITHOUT_ROUTES = /\.(StaticFiles)$/;

/** Note that something is included whose routes the code does not tell. Files that are served are no routes. */
function addGap(routers: Routers, placed: PlacedCall, child: Expr): void {
  const { call, place } = placed;
  if (call.func.type !== 'Attribute' || call.func.attr === 'init_app') return;
  const { symbols } = routers;
  const made = child.type === 'Call' ? child.func : child;
  const symbol = resolveExpr(symbols, place, made);
  const name = symbol && externalNameOf(symbols, symbol);
  if (name && WITHOUT_ROUTES.test(name)) return;
  const text = symbols.project.sources.get(place.info.path)!.text.slice(child.start, child.end);
  const why = name ? `${name} is not part of the project` : whatIsKnown(routers, placed, child);
  routers.gaps.push({ ...sourceOf(routers, placed), reason: `${call.func.attr}(${text}): ${why}` });
}
