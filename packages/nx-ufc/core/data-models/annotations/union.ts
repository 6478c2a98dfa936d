import { parseExpressionText } from '../../python';
import type { Expr } from '../../python/ast';
import type { Models, Scope } from '../models';
import type { CoreType } from '../types/core-type';
import { typeOf } from './annotation';

/** `a | b`, operands in order. */
export function operandsOf(expr: Expr): Expr[] {
  if (expr.type === 'BinOp' && expr.op === 'BitOr')
    return [...operandsOf(expr.left), ...operandsOf(expr.right)];
  if (expr.type === 'Constant' && expr.value.kind === 'str') {
    const parsed = parseExpressionText(expr.value.value.trim());
    if (parsed) return [parsed];
  }
  return [expr];
}

/** The type of `a | b`. */
export function unionType(models: Models, scope: Scope, expr: Expr): CoreType {
  return unionOf(operandsOf(expr).map((part) => typeOf(models, scope, part)));
}

/** A union of types: nested ones melt in, `None` makes the whole nullable. */
export function unionOf(types: readonly CoreType[]): CoreType {
  const choices: CoreType[] = [];
  let nullable = false;
  for (const type of types.flatMap(flatten)) {
    if (type.kind === 'none') nullable = true;
    else choices.push(type);
  }
  if (choices.length === 0) return { kind: 'none' };
  const inner: CoreType = choices.length === 1 ? choices[0] : { kind: 'union', choices };
  return nullable ? { kind: 'nullable', inner } : inner;
}

function flatten(type: CoreType): CoreType[] {
  if (type.opaque || type.updates) return [type];
  if (type.kind === 'nullable') return [...flatten(type.inner), { kind: 'none' }];
  return type.kind === 'union' ? type.choices.flatMap(flatten) : [type];
}
