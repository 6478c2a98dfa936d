import type { AsyncFunctionDef, Call, Expr, FunctionDef } from '../python/ast';
import { evaluate } from './evaluate';
import { classOfSelf } from './instance-attribute';
import { instanceClass } from './instance-class';
import { boundPlace, type Placed } from './runs';
import { parametersOf } from './signature';
import { innerPlace, memberOf, resolveExpr, type Place, type Sym, type Symbols } from './symbols';

export type FunctionSymbol = Sym & { kind: 'function' };
export type FunctionNode = FunctionDef | AsyncFunctionDef;

/** The function of the project that a call runs. */
export interface Callee {
  symbol: FunctionSymbol;
  /** It is called on an object, which its first parameter is. */
  isMethod: boolean;
  /** That object, where it is known. */
  self: Placed | null;
}

/** What a call runs: a function, a method of an instance, or the `__init__` of a class. */
export function calleeOf(symbols: Symbols, place: Place, call: Call, depth = 0): Callee | null {
  const symbol = resolveExpr(symbols, place, call.func);
  if (symbol?.kind === 'function') return { symbol, isMethod: false, self: null };
  if (symbol?.kind === 'class') return method(symbols, symbol, '__init__', { expr: call, place });
  if (symbol || call.func.type !== 'Attribute') return null;
  const { value, attr } = call.func;
  const owner = evaluate(symbols, place, value, depth);
  if (owner.kind === 'symbol') {
    const member = memberOf(symbols, owner.symbol, attr);
    return member?.kind === 'function' ? { symbol: member, isMethod: false, self: null } : null;
  }
  const made = instanceClass(symbols, owner, attr, (at, part) => evaluate(symbols, at, part, depth));
  if (owner.kind === 'call' && made) {
    const isDirect = owner.callee?.kind === 'class';
    return method(symbols, made, attr, isDirect ? { expr: owner.node, place: owner.place } : null);
  }
  const cls = value.type === 'Name' ? classOfSelf(place, value.id) : null;
  return cls && method(symbols, cls, attr, null);
}

function method(symbols: Symbols, cls: Sym, name: string, self: Placed | null): Callee | null {
  const found = memberOf(symbols, cls, name);
  if (found?.kind !== 'function') return null;
  const isStatic = found.node.decorator_list.some(
    (one) => one.type === 'Name' && (one.id === 'staticmethod' || one.id === 'classmethod'),
  );
  return isStatic ? null : { symbol: found, isMethod: true, self };
}

/** What the parameters of a function stand for in a call; one that the call leaves open is missing. */
export function boundArguments(
  { symbol, isMethod, self }: Callee,
  { call, place }: { call: Call; place: Place },
) {
  const bound = new Map<string, Placed>();
  const spread =
    call.args.some((one) => one.type === 'Starred') || call.keywords.some((one) => one.arg === null);
  parametersOf(symbol.node.args).forEach((parameter, i) => {
    if (parameter.kind === 'var_positional' || parameter.kind === 'var_keyword') return;
    if (isMethod && i === 0) return void (self && bound.set(parameter.name, self));
    const position = parameter.kind === 'positional' ? i - (isMethod ? 1 : 0) : -1;
    const given = givenAt(call, position, parameter.name);
    if (given) bound.set(parameter.name, { expr: given, place });
    else if (parameter.default && !spread)
      bound.set(parameter.name, { expr: parameter.default, place: symbol.place });
  });
  return bound;
}

function givenAt(call: Call, position: number, name: string): Expr | null {
  const named = call.keywords.find((keyword) => keyword.arg === name);
  if (named) return named.value;
  if (position < 0 || call.args.slice(0, position + 1).some((one) => one.type === 'Starred')) return null;
  return call.args[position] ?? null;
}

/** The parameters of a function that have defaults, bound to them: how it runs when it is called with nothing else. */
export function boundDefaults({ node, place }: FunctionSymbol): Map<string, Placed> {
  return new Map(
    parametersOf(node.args).flatMap((parameter) =>
      parameter.default ? [[parameter.name, { expr: parameter.default, place }] as const] : [],
    ),
  );
}

/** The inside of a function with its parameters bound. */
export function functionPlace(
  symbols: Symbols,
  { node, place }: FunctionSymbol,
  bound: ReadonlyMap<string, Placed>,
): Place {
  return boundPlace(innerPlace(symbols, place, node), bound);
}
