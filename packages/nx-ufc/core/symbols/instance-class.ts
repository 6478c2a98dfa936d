import type { Expr } from '../python/ast';
import { derivedClasses, type ClassSymbol } from './derived-classes';
import { returnsOf } from './returns';
import { innerPlace, memberOf, resolveExpr, type Place, type Sym, type Symbols } from './symbols';
import type { Value } from './value';

type Evaluate = (place: Place, expr: Expr) => Value;

/**
 * The class of the project that the result of a call is an instance of: the class that is called, or what a function of the
 * project returns, by its return expressions or else its annotation. Null when that is not certain for the attribute: a
 * class derived from the annotated one may have it otherwise.
 */
export function instanceClass(
  symbols: Symbols,
  value: Value,
  attribute: string,
  evaluate: Evaluate,
): ClassSymbol | null {
  if (value.kind !== 'call') return null;
  const { callee } = value;
  if (callee?.kind === 'class') return callee;
  if (callee?.kind !== 'function') return null;
  const inside = innerPlace(symbols, callee.place, callee.node);
  const made = returnsOf(callee.node.body).map((returned) =>
    instanceClass(symbols, evaluate(inside, returned), attribute, evaluate),
  );
  const first = made[0];
  if (first && made.every((one) => one?.node === first.node)) return first;
  const { returns } = callee.node;
  const annotated = returns && annotatedClass(symbols, callee.place, returns);
  return annotated && !isOverridden(symbols, annotated, attribute) ? annotated : null;
}

function annotatedClass(symbols: Symbols, place: Place, annotation: Expr): ClassSymbol | null {
  const symbol = resolveExpr(symbols, place, annotation);
  return symbol?.kind === 'class' ? symbol : null;
}

/** Does a class of the project that derives from it give the attribute another definition? */
export function isOverridden(symbols: Symbols, base: ClassSymbol, attribute: string): boolean {
  const own = valueOf(memberOf(symbols, base, attribute));
  return derivedClasses(symbols, base).some(
    (derived) => valueOf(memberOf(symbols, derived, attribute)) !== own,
  );
}

const valueOf = (member: Sym | null): Expr | null => (member?.kind === 'variable' ? member.value : null);
