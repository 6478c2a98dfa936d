import type { Call, Expr } from '../../python/ast';
import { returnsOf } from '../../symbols/returns';
import { evaluate } from '../../symbols/evaluate';
import { parametersOf, type Parameter } from '../../symbols/signature';
import { innerPlace, memberOf, resolveExpr, type Place, type Sym, type Symbols } from '../../symbols/symbols';
import { initParameters } from './class-signature';
import { chosenBranches } from './branches';

/** What a dependency is called with, and where the names in its annotations are looked up. */
export type Callable =
  | { kind: 'signature'; key: object; parameters: Placed[] }
  /** Something of another package. */
  | { kind: 'external'; name: string; call: Call | null; place: Place }
  | { kind: 'unknown'; reason: string };

type Placed = Parameter & { place: Place };

const MAX_DEPTH = 8;

/** What `Depends(expr)` calls: a function, class, instance, bound method, lambda, partial or the result of a factory. */
export function callableOf(symbols: Symbols, place: Place, expr: Expr, depth = 0): Callable {
  if (depth > MAX_DEPTH) return { kind: 'unknown', reason: 'a dependency is made by too many factories' };
  if (expr.type === 'Lambda')
    return { kind: 'signature', key: expr, parameters: placed(parametersOf(expr.args), place) };
  const value = evaluate(symbols, place, expr);
  if (value.kind === 'symbol') return ofSymbol(symbols, value.symbol, expr, place);
  if (value.kind === 'call') return ofCall(symbols, value.place, value.node, value.callee, depth);
  return boundMethod(symbols, place, expr) ?? unknown(symbols, place, expr);
}

function ofSymbol(symbols: Symbols, symbol: Sym, expr: Expr, at: Place): Callable {
  switch (symbol.kind) {
    case 'function':
      return ofFunction(symbol, isClassMethod(symbol));
    case 'class':
      return initParameters(symbols, symbol);
    case 'external':
      return { kind: 'external', name: symbol.name, call: null, place: at };
    default:
      return unknown(symbols, at, expr);
  }
}

function ofFunction({ node, place }: Sym & { kind: 'function' }, bound: boolean): Callable {
  const parameters = parametersOf(node.args).slice(bound ? 1 : 0);
  return { kind: 'signature', key: node, parameters: placed(parameters, place) };
}

function isClassMethod({ node }: Sym & { kind: 'function' }): boolean {
  return node.decorator_list.some((one) => one.type === 'Name' && one.id === 'classmethod');
}

function isStaticMethod({ node }: Sym & { kind: 'function' }): boolean {
  return node.decorator_list.some((one) => one.type === 'Name' && one.id === 'staticmethod');
}

/** `service.get` where `service = Service()`. */
function boundMethod(symbols: Symbols, place: Place, expr: Expr): Callable | null {
  if (expr.type !== 'Attribute') return null;
  const owner = evaluate(symbols, place, expr.value);
  if (owner.kind !== 'call' || owner.callee?.kind !== 'class') return null;
  const method = memberOf(symbols, owner.callee, expr.attr);
  return method?.kind === 'function' ? ofFunction(method, !isStaticMethod(method)) : null;
}

/** An instance of a class, a partial, or what a factory of the project returns. */
function ofCall(symbols: Symbols, place: Place, call: Call, callee: Sym | null, depth: number): Callable {
  if (callee?.kind === 'external')
    return /^functools\.partial$/.test(callee.name)
      ? partial(symbols, place, call, depth)
      : { kind: 'external', name: callee.name, call, place };
  if (callee?.kind === 'class') {
    const method = memberOf(symbols, callee, '__call__');
    if (method?.kind === 'function') return ofFunction(method, true);
    const base = callee.node.bases
      .map((one) => resolveExpr(symbols, callee.place, one))
      .find((one) => one?.kind === 'external');
    return base?.kind === 'external'
      ? { kind: 'external', name: base.name, call, place }
      : { kind: 'unknown', reason: `an instance of ${callee.qualname} is called` };
  }
  return callee?.kind === 'function'
    ? ofFactory(symbols, place, call, callee, depth)
    : unknown(symbols, place, call);
}

function partial(symbols: Symbols, place: Place, call: Call, depth: number): Callable {
  const [target, ...given] = call.args;
  if (!target) return { kind: 'unknown', reason: 'a partial of nothing' };
  const whole = callableOf(symbols, place, target, depth + 1);
  if (whole.kind !== 'signature') return whole;
  const named = new Map(call.keywords.flatMap((one) => (one.arg ? [[one.arg, one.value] as const] : [])));
  const parameters = whole.parameters
    .slice(given.length)
    .map((one) => (named.has(one.name) ? { ...one, default: named.get(one.name)!, place } : one));
  return { kind: 'signature', key: call, parameters };
}

function ofFactory(
  symbols: Symbols,
  place: Place,
  call: Call,
  factory: Sym & { kind: 'function' },
  depth: number,
): Callable {
  const inside = innerPlace(symbols, factory.place, factory.node);
  const returned = returnsOf(factory.node.body).flatMap((one) =>
    chosenBranches(symbols, { factory, call, place }, one),
  );
  const found = returned.map((one) => callableOf(symbols, inside, one, depth + 1));
  const [first] = found;
  const same = found.every(
    (one) => one.kind === 'signature' && first.kind === 'signature' && one.key === first.key,
  );
  if (first && (found.length === 1 || same)) return first;
  return { kind: 'unknown', reason: `${factory.qualname}() decides at run time what is called` };
}

function unknown(symbols: Symbols, place: Place, expr: Expr): Callable {
  const text = symbols.project.sources.get(place.info.path)!.text.slice(expr.start, expr.end);
  return { kind: 'unknown', reason: `${text.slice(0, 80)} is only known at run time` };
}

export const placed = (parameters: readonly Parameter[], place: Place): Placed[] =>
  parameters.map((parameter) => ({ ...parameter, place }));
