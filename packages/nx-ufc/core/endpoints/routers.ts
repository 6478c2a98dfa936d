import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { innerPlace, resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import { isNamespace, kindOfAnnotation, kindOfCall } from './families';
import { argument, textOf } from './arguments';
import { givenFor, parameterOf, type Enclosing, type FoundParameter } from './parameter';
import { returnsOf } from '../symbols/returns';
import type { Family, Gap, Known, PlacedCall, Router } from './types';

/** Every application, router and blueprint of a project, by the call that makes it. */
export interface Routers {
  symbols: Symbols;
  byCall: Map<Call, Router>;
  /** Calls that are being looked at: `x = x.namespace("a")` asks for itself. */
  pending: Set<Call>;
  /** The calls of each function of the project. */
  callsOf: Map<Enclosing['node'], PlacedCall[]>;
  /** What stands in for routers that are not known, by where and how they are named. */
  standIns: Map<string, Router>;
  gaps: Gap[];
}

/** The router that a call makes, made known once; null when the call makes something else. */
export function routerOfCall(routers: Routers, place: Place, call: Call): Router | null {
  const { symbols, byCall } = routers;
  const known = byCall.get(call);
  if (known) return known;
  if (isNamespaceOfApi(routers, place, call))
    return addRouter(
      routers,
      place,
      call,
      'flask-restx',
      false,
      namespacePath(symbols, place, call, 'path', -1),
    );
  const kind = kindOfCall(symbols, place, call);
  if (!kind) return null;
  const { keyword, position } = kind.prefix ?? { keyword: '', position: -1 };
  const given = kind.prefix && argument(call, position, keyword);
  let prefix: Known = given ? textOf(symbols, place, given) : { value: '' };
  if (!given && isNamespace(symbols, place, call))
    prefix = namespacePath(symbols, place, call, keyword, position);
  return addRouter(routers, place, call, kind.family, kind.isApplication, prefix);
}

function addRouter(
  { byCall }: Routers,
  place: Place,
  call: Call,
  family: Family,
  isApplication: boolean,
  prefix: Known,
): Router {
  const madeIn = [place.info.name, place.qualname].filter(Boolean).join('.');
  const router: Router = { family, isApplication, madeIn, call, place, prefix, routes: [], children: [] };
  byCall.set(call, router);
  return router;
}

/** `api.namespace("things")`, which makes a namespace and adds it. */
function isNamespaceOfApi(routers: Routers, place: Place, call: Call): boolean {
  if (call.func.type !== 'Attribute' || call.func.attr !== 'namespace' || routers.pending.has(call))
    return false;
  routers.pending.add(call);
  const owners = routersOf(routers, { place, loops: new Map(), functions: [] }, call.func.value);
  routers.pending.delete(call);
  return owners.some((owner) => owner.family === 'flask-restx');
}

/** The path of a namespace is its name after a slash where none is given. */
function namespacePath(symbols: Symbols, place: Place, call: Call, keyword: string, position: number): Known {
  const path = argument(call, position, keyword);
  if (path) return textOf(symbols, place, path);
  const name = argument(call, 0, 'name');
  const text = name ? textOf(symbols, place, name) : { unresolved: 'the namespace has no name' };
  return 'value' in text ? { value: `/${text.value}` } : text;
}

/**
 * The routers that an expression means: a name that one was assigned to, in any module, or the items of a loop. A
 * parameter means what the calls of its function give for it, else the only application of the project; else none.
 */
export function routersOf(
  routers: Routers,
  placed: Pick<PlacedCall, 'place' | 'loops' | 'functions'>,
  expr: Expr,
): Router[] {
  const { symbols } = routers;
  const items = expr.type === 'Name' ? placed.loops.get(expr.id) : undefined;
  if (items) return items.flatMap((item) => routersOf(routers, { ...placed, loops: new Map() }, item));
  const parameter = parameterOf(symbols, placed.functions, expr);
  if (parameter) return routersOfParameter(routers, parameter);
  const value = evaluate(symbols, placed.place, expr);
  if (value.kind === 'call') return made(routers, value.place, value.node, 0);
  if (expr.type !== 'Name' || resolveExpr(symbols, placed.place, expr) !== null) return [];
  return onlyApplication(routers);
}

function onlyApplication({ byCall }: Routers): Router[] {
  const applications = [...byCall.values()].filter((router) => router.isApplication);
  return applications.length === 1 ? applications : [];
}

/** What the calls of the function give for the parameter; else the only application, unless it is annotated as something else. */
function routersOfParameter(routers: Routers, found: FoundParameter): Router[] {
  const { symbols, pending, callsOf } = routers;
  const { owner, parameter } = found;
  const passed = (callsOf.get(owner.node) ?? []).flatMap((placed) => {
    const given = givenFor(found, placed);
    if (!given || pending.has(placed.call)) return [];
    pending.add(placed.call);
    const means = routersOf(routers, placed, given);
    pending.delete(placed.call);
    return means;
  });
  if (passed.length > 0) return [...new Set(passed)];
  const kind = parameter.annotation && kindOfAnnotation(symbols, owner.place, parameter.annotation);
  return kind && !kind.isApplication ? [] : onlyApplication(routers);
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
