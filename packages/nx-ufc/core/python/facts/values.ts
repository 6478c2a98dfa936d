import type { ConstantValue, Expr } from '../ast';
import { dottedText } from './dotted';
import { visitExpr } from './expressions';
import { resolveLastAs } from './references';
import type { Extraction, Place, StringUse } from './state';
import { sourceOf } from './state';
import type { LiteralValue, ValueFact } from './types';

/** Visit an expression and describe it. */
export function visitValue(x: Extraction, expr: Expr, place: Place, use: StringUse): ValueFact {
  const call = visitExpr(x, expr, place, use);
  const text = sourceOf(x, expr);
  switch (expr.type) {
    case 'Call':
      return { kind: 'call', call, text };
    case 'Name':
    case 'Attribute': {
      const name = dottedText(expr);
      if (name === '') return { kind: 'other', text };
      const fact: ValueFact = { kind: 'name', name, resolved: null, text };
      resolveLastAs(x, expr, fact);
      return fact;
    }
    default: {
      const value = literalOf(expr);
      return value === undefined ? { kind: 'other', text } : { kind: 'literal', value, text };
    }
  }
}

function literalOf(expr: Expr): LiteralValue | undefined {
  if (expr.type === 'Constant') return constantOf(expr.value);
  if (expr.type !== 'UnaryOp' || expr.operand.type !== 'Constant') return undefined;
  const value = constantOf(expr.operand.value);
  if (typeof value !== 'number') return undefined;
  return expr.op === 'USub' ? -value : expr.op === 'UAdd' ? value : undefined;
}

/** Bytes, complex numbers, `...` and integers beyond a double have no literal value here. */
function constantOf(value: ConstantValue): LiteralValue | undefined {
  switch (value.kind) {
    case 'str':
    case 'float':
    case 'bool':
      return value.value;
    case 'int':
      return typeof value.value === 'number' ? value.value : undefined;
    case 'none':
      return null;
    default:
      return undefined;
  }
}
