import type { Call, Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import { parametersOf } from '../../symbols/signature';
import type { Place, Sym, Symbols } from '../../symbols/symbols';

export interface FactoryCall {
  factory: Sym & { kind: 'function' };
  call: Call;
  place: Place;
}

/** What `a if flag else b` gives in a factory: one of the two when the call says what `flag` is, else both. */
export function chosenBranches(symbols: Symbols, made: FactoryCall, expr: Expr): Expr[] {
  if (expr.type !== 'IfExp') return [expr];
  const test = truthOf(symbols, made, expr.test);
  const branches = test === null ? [expr.body, expr.orelse] : [test ? expr.body : expr.orelse];
  return branches.flatMap((branch) => chosenBranches(symbols, made, branch));
}

function truthOf(symbols: Symbols, made: FactoryCall, test: Expr): boolean | null {
  if (test.type === 'UnaryOp' && test.op === 'Not') {
    const inner = truthOf(symbols, made, test.operand);
    return inner === null ? null : !inner;
  }
  if (test.type !== 'Name') return null;
  const given = argumentFor(made, test.id);
  const value = given && evaluate(symbols, given.place, given.expr);
  return value?.kind === 'bool' ? value.value : value?.kind === 'none' ? false : null;
}

/** What a call gives for a parameter of the factory, or its default. */
function argumentFor(
  { factory, call, place }: FactoryCall,
  name: string,
): { expr: Expr; place: Place } | null {
  const parameters = parametersOf(factory.node.args);
  const index = parameters.findIndex((parameter) => parameter.name === name);
  if (index < 0 || call.keywords.some((one) => one.arg === null)) return null;
  const keyword = call.keywords.find((one) => one.arg === name);
  if (keyword) return { expr: keyword.value, place };
  if (parameters[index].kind === 'positional' && call.args[index]) return { expr: call.args[index], place };
  const fallback = parameters[index].default;
  return fallback && { expr: fallback, place: factory.place };
}
