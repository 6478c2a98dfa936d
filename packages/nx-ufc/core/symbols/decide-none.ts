import type { Expr } from '../python/ast';
import { evaluate } from './evaluate';
import { resolveExpr, type Place, type Symbols } from './symbols';

/**
 * Does a test hold that only asks whether a parameter is None: `x is None`, `x is not None`, `x`, `not x`? Null for any other test and
 * where the call does not say.
 */
export function decideNone(symbols: Symbols, place: Place, test: Expr): boolean | null {
  if (test.type === 'UnaryOp' && test.op === 'Not') {
    const inner = decideNone(symbols, place, test.operand);
    return inner === null ? null : !inner;
  }
  if (test.type === 'Compare' && test.ops.length === 1) {
    const [other] = test.comparators;
    const isNone = other.type === 'Constant' && other.value.kind === 'none';
    const given = isNone ? isGiven(symbols, place, test.left) : null;
    if (given === null) return null;
    return test.ops[0] === 'Is' ? !given : test.ops[0] === 'IsNot' ? given : null;
  }
  return isGiven(symbols, place, test) === false ? false : null;
}

/** Is a parameter something else than None? */
function isGiven(symbols: Symbols, place: Place, expr: Expr): boolean | null {
  if (expr.type !== 'Name') return null;
  for (let at: Place | null = place; at; at = at.outer) {
    const definitions = at.namespace.names.get(expr.id);
    if (!definitions) continue;
    if (!at.namespace.parameters?.has(expr.id) || !definitions.every((one) => one.kind === 'bound'))
      return null;
    const value = evaluate(symbols, place, expr);
    const symbol = resolveExpr(symbols, place, expr);
    if (value.kind === 'none') return false;
    return value.kind === 'unknown' || symbol === null ? null : true;
  }
  return null;
}
