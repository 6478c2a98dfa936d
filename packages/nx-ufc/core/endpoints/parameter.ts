import type { AsyncFunctionDef, Expr, FunctionDef } from '../python/ast';
import { parametersOf, type Parameter } from '../symbols/signature';
import { innerPlace, type Place, type Symbols } from '../symbols/symbols';
import { argument } from './arguments';
import type { PlacedCall } from './types';

/** A function that code stands in, and where that function stands. */
export interface Enclosing {
  node: FunctionDef | AsyncFunctionDef;
  place: Place;
}

export interface FoundParameter {
  owner: Enclosing;
  parameter: Parameter;
  position: number;
}

/** The parameter of an enclosing function that an expression names; null when it is assigned there or is no parameter. */
export function parameterOf(
  symbols: Symbols,
  functions: readonly Enclosing[],
  expr: Expr,
): FoundParameter | null {
  if (expr.type !== 'Name') return null;
  for (const owner of [...functions].reverse()) {
    if (innerPlace(symbols, owner.place, owner.node).namespace.names.has(expr.id)) return null;
    const all = parametersOf(owner.node.args);
    const position = all.findIndex(({ name }) => name === expr.id);
    if (position >= 0) return { owner, parameter: all[position], position };
  }
  return null;
}

/** What a call of the function gives for the parameter; null when the call does not say. */
export function givenFor({ parameter, position }: FoundParameter, { call }: PlacedCall): Expr | null {
  return argument(call, parameter.kind === 'positional' ? position : -1, parameter.name);
}
