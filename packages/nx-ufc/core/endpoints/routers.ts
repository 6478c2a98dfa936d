import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { innerPlace, resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import { isNamespace, kindOfAnnotation, kindOfCall } from './families';
import { argument, textOf, withoutSlashes } from './arguments';
import { calleeOf } from '../symbols/call-run';
import { runOf } from '../symbols/runs';
import { parameterOf } from './parameter';
import { placeOfCall, type Runs } from './runs';
import { returnsOf } from '../symbols/returns';
import type { Family, Gap, Known, PlacedCall, Router } from './types';

/** Every application, router and blueprint of a project, by the call that makes it and the run of the code around. */
export interface Routers {
  symbols: Symbols;
  byCall: Map<Call, Map<object | null, Router>>;
  all: Router[];
  runs: Runs;
  /** Calls that are being looked at: `x = x.namespace("a")` asks for itself. */
  pending: Set<Call>;
  /** What stands in for routers that are not known, by where and how they are named. */
  standIns: Map<string, Router>;
  gaps: Gap[];
}

/** The router that a call makes, made known once; null when the call makes something else. */
export function routerOfCall(routers: Routers, place: Place, call: Call): Router | null {
  const { symbols } = routers;
  const known = knownRouter(routers, { call, place });
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
  if (kind.isMount) prefix = withoutSlashes(prefix);
  return addRouter(routers, place, call, kind.family, kind.isApplication, prefix);
}

/** The router that a call was found to make. */
export const knownRouter = (
  { byCall }: Routers,
  { call, place }: Pick<PlacedCall, 'call' | 'place'>,
): Router | null => byCall.get(call)?.get(runOf(place)) ?? null;

function addRouter(
  { byCall, all }: Routers,
  place: Place,
  call: Call,
  family: Family,
  isApplication: boolean,
  prefix: Known,
): Router {
  const madeIn = [place.info.name, place.qualname].filter(Boolean).join('.');
  const router: Router = { family, isApplication, madeIn, call, place, prefix, routes: [], children: [] };
  let byRun = byCall.get(call);
  if (!byRun) byCall.set(call, (byRun = new Map()));
  byRun.set(runOf(place), router);
  all.push(router);
  return router;
}

/** `api.namespace("things")`, which makes a namespace and adds it. */
function isNamespaceOfApi(routers: Routers, place: Place, call: Call): boolean {
  if (call.func.type !== 'Attribute' || call.func.attr !== 'namespace' || routers.pending.has(call))
    return false;
  routers.pending.add(call);
  const owners = routersOf(routers, { place }, call.func.value);
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
 * The routers that an expression means: a name that one was assigned to, in any module, or what a call makes. A parameter of which
 * nothing is known means the only application of the project; else none.
 */
export function routersOf(routers: Routers, { place }: Pick<PlacedCall, 'place'>, expr: Expr): Router[] {
  const { symbols } = routers;
  const value = evaluate(symbols, place, expr);
  if (value.kind === 'call') return made(routers, value.place, value.node, 0);
  if (expr.type === 'Attribute' && expr.attr === 'router') {
    // Applications of FastAPI and Starlette hand on to a router of their own.
    const owners = routersOf(routers, { place }, expr.value).filter((one) => one.isApplication);
    if (owners.length > 0) return owners;
  }
  if (expr.type !== 'Name') return [];
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol?.kind === 'variable' && symbol.value?.type === 'Name' && !symbol.ambiguous)
    return routersOf(routers, { place: symbol.place }, symbol.value);
  if (symbol !== null) return [];
  const parameter = parameterOf(place, expr);
  const annotation = parameter?.parameter.annotation;
  const kind = parameter && annotation ? kindOfAnnotation(symbols, parameter.place, annotation) : null;
  return kind && !kind.isApplication ? [] : onlyApplication(routers);
}

function onlyApplication({ all }: Routers): Router[] {
  const applications = all.filter((router) => router.isApplication);
  return applications.length === 1 ? applications : [];
}

const MAX_FACTORIES = 5;

/** What a call makes: a router, or what a factory of the project returns. */
function made(routers: Routers, place: Place, call: Call, depth: number): Router[] {
  const own = routerOfCall(routers, place, call);
  if (own) return [own];
  const { symbols, runs } = routers;
  const callee = calleeOf(symbols, place, call);
  if (!callee || callee.symbol.node.name === '__init__' || depth > MAX_FACTORIES) return [];
  const { symbol: factory } = callee;
  const inside =
    placeOfCall(runs, callee, { call, place }) ?? innerPlace(symbols, factory.place, factory.node);
  const found = returnsOf(factory.node.body).flatMap((returned) => {
    const value = evaluate(symbols, inside, returned);
    return value.kind === 'call' ? made(routers, value.place, value.node, depth + 1) : [];
  });
  return [...new Set(found)];
}
