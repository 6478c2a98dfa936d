import type { Expr } from '../ast';
import { dottedOf } from './dotted';
import type { Extraction } from './state';
import { sourceOf } from './state';
import type { LiteralValue, ValueFact } from './types';

/** Describe an expression. `call` is the index of its call fact when it is a call that was visited, else -1. */
export function valueFact(x: Extraction, expr: Expr, scopeId: number, call: number): ValueFact {
  const text = sourceOf(x, expr);
  if (expr.type === 'Constant') {
    const literal = literalOf(expr.value);
    if (literal !== undefined) return { kind: 'literal', value: literal, text };
  }
  if (expr.type === 'UnaryOp' && expr.op === 'USub' && expr.operand.type === 'Constant') {
    const literal = literalOf(expr.operand.value);
    if (typeof literal === 'number') return { kind: 'literal', value: -literal, text };
  }
  if (expr.type === 'Call' && call >= 0) return { kind: 'call', call, text };
  const dotted = dottedOf(expr);
  if (!dotted) return { kind: 'other', text };
  const fact: ValueFact = { kind: 'name', name: dotted.parts.join('.'), resolved: null, text };
  x.later.push({ parts: dotted.parts, scopeId, set: (resolved) => (fact.resolved = resolved) });
  return fact;
}

function literalOf(value: Extract<Expr, { type: 'Constant' }>['value']): LiteralValue | undefined {
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
