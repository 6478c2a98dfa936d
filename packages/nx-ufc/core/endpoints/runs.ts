import { callsIn } from '../cli-map/calls-in';
import type { Call } from '../python/ast';
import {
  boundArguments,
  boundDefaults,
  calleeOf,
  functionPlace,
  type Callee,
  type FunctionNode,
  type FunctionSymbol,
} from '../symbols/call-run';
import { evaluate } from '../symbols/evaluate';
import { runOf, type Placed } from '../symbols/runs';
import { qualifiedName, type Place, type Symbols } from '../symbols/symbols';
import type { Value } from '../symbols/value';
import { leafOf } from '../python/facts/dotted';
import { interestingFunctions, type Interest } from './interesting';
import { walkFunction, walkProject, type Visitor } from './walk';

/** How functions of interest are run: once for each way in which their parameters are given. */
export interface Runs {
  symbols: Symbols;
  interesting: ReadonlyMap<FunctionNode, string>;
  /** By function, then by what its parameters stand for. */
  places: Map<FunctionNode, Map<string, Run>>;
}

interface Run {
  place: Place;
  /** The calls that run it so. */
  calls: Set<Call>;
}

const MAX_RUNS = 100;

/** The runs of all functions of a project that are of interest. One that nothing calls runs with its defaults. */
export function findRuns(symbols: Symbols, interest: Interest): Runs {
  const runs: Runs = { symbols, interesting: interestingFunctions(symbols, interest), places: new Map() };
  symbols.insideOf = (node, _outer, instance) => insideOf(runs, node, instance);
  if (runs.interesting.size === 0) return runs;
  const names = new Set(runs.interesting.values());
  const found = new Map<FunctionNode, FunctionSymbol>();
  const queue: { node: FunctionNode; place: Place }[] = [];
  const visitor: Visitor = {
    definition: (node, place) => {
      if (node.type === 'ClassDef' || !runs.interesting.has(node)) return;
      const qualname = [place.qualname, node.name].filter(Boolean).join('.');
      if (!found.has(node)) found.set(node, { kind: 'function', node, place, qualname });
    },
    expression: (expr, place) => {
      for (const call of callsIn([expr])) {
        // A class may be called under the name of one that derives from it.
        const name = leafOf(call.func);
        if (!names.has(name) && !/^_*[A-Z]/.test(name)) continue;
        const callee = calleeOf(symbols, place, call);
        if (!callee || !runs.interesting.has(callee.symbol.node)) continue;
        const run = addRun(runs, callee.symbol, boundArguments(callee, { call, place }), call);
        if (run) queue.push({ node: callee.symbol.node, place: run });
      }
    },
    runs: (node) => (runs.interesting.has(node) ? [] : null),
  };
  walkProject(symbols, visitor);
  const drain = () => {
    for (let next = queue.pop(); next; next = queue.pop())
      walkFunction(symbols, visitor, next.node, next.place);
  };
  drain();
  for (const node of runs.interesting.keys()) {
    const symbol = found.get(node);
    if (!symbol || runs.places.has(node)) continue;
    const place = addRun(runs, symbol, boundDefaults(symbol), null);
    if (place) queue.push({ node, place });
    drain();
  }
  return runs;
}

/** The places in which a function that stands at `place` is read. */
export function placesOf({ places, interesting }: Runs, node: FunctionNode, place: Place): Place[] | null {
  if (!interesting.has(node)) return null;
  const all = [...(places.get(node)?.values() ?? [])].map((run) => run.place);
  const run = runOf(place);
  return all.filter((one) => one.outer !== null && runOf(one.outer) === run);
}

/** The place in which a call runs what it calls; null when it is not read once for each way of calling. */
export function placeOfCall(runs: Runs, callee: Callee, placed: { call: Call; place: Place }): Place | null {
  const known = runs.places.get(callee.symbol.node);
  return known?.get(signatureOf(runs, boundArguments(callee, placed), callee.symbol.place))?.place ?? null;
}

/** Make a run known; its place when it is new. */
function addRun(
  runs: Runs,
  symbol: FunctionSymbol,
  bound: ReadonlyMap<string, Placed>,
  call: Call | null,
): Place | null {
  let known = runs.places.get(symbol.node);
  if (!known) runs.places.set(symbol.node, (known = new Map()));
  const signature = signatureOf(runs, bound, symbol.place);
  const run = known.get(signature);
  if (run) {
    if (call) run.calls.add(call);
    return null;
  }
  if (known.size >= MAX_RUNS) return null;
  const place = functionPlace(runs.symbols, symbol, bound);
  known.set(signature, { place, calls: new Set(call ? [call] : []) });
  return place;
}

function insideOf({ places }: Runs, node: FunctionNode, instance: Call | null): Place | null {
  const all = [...(places.get(node)?.values() ?? [])];
  const of = instance ? all.filter((run) => run.calls.has(instance)) : all;
  return of.length === 1 ? of[0].place : all.length === 1 ? all[0].place : null;
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number for an object, the same for the same one. */
function numberOf(object: object | null): number {
  if (!object) return 0;
  const known = numbers.get(object);
  if (known !== undefined) return known;
  numbers.set(object, ++last);
  return last;
}

/** What parameters stand for, as a text: equal for calls that say the same. */
function signatureOf({ symbols }: Runs, bound: ReadonlyMap<string, Placed>, place: Place): string {
  const outer = numberOf(runOf(place));
  return `${outer} ${[...bound].map(([name, { expr, place: at }]) => `${name}=${textOf(evaluate(symbols, at, expr), at)}`).join(', ')}`;
}

function textOf(value: Value, place: Place): string {
  switch (value.kind) {
    case 'symbol':
      return qualifiedName(value.symbol);
    case 'call':
      return `${value.place.info.path}:${value.node.start}:${numberOf(runOf(value.place))}`;
    case 'list':
    case 'tuple':
    case 'set':
      return `${value.kind}(${value.items.map((item) => textOf(item, place)).join(', ')})`;
    case 'dict':
      return `{${value.items.map((item) => `${textOf(item.key, place)}: ${textOf(item.value, place)}`).join(', ')}}`;
    case 'unknown':
      return `?${place.info.path}:${value.expr.start}:${numberOf(runOf(place))}`;
    case 'bytes':
      return `bytes ${value.value.join()}`;
    case 'none':
    case 'ellipsis':
      return value.kind;
    default:
      return `${value.kind} ${String(value.value)}`;
  }
}
