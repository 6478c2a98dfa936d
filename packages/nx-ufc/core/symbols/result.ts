import type { Call } from '../python/ast';
import { boundArguments, calleeOf, functionPlace } from './call-run';
import { evaluate } from './evaluate';
import { returnsOf } from './returns';
import type { Symbols } from './symbols';
import type { Value } from './value';

const MAX_CALLS = 30;
const open = new Set<Call>();

/**
 * The value that a call gives, where it runs a function of the project whose every `return` is known to give the same text, or asks for
 * a setting that has a default. Anything else stays the call that it is.
 */
export function resultOf(symbols: Symbols, value: Value, depth = 0): Value {
  if (value.kind !== 'call' || depth > MAX_CALLS) return value;
  const { node, callee } = value;
  // A name may be bound to a call of its own method.
  if (open.has(node)) return value;
  open.add(node);
  try {
    const setting = symbols.settings?.call(value.place, node);
    if (setting) return setting;
    return callee?.kind === 'external' ? value : carriedOut(symbols, value, depth);
  } finally {
    open.delete(node);
  }
}

function carriedOut(symbols: Symbols, value: Value & { kind: 'call' }, depth: number): Value {
  const { node, place } = value;
  const called = calleeOf(symbols, place, node, depth + 1);
  if (!called || called.symbol.node.type !== 'FunctionDef' || called.symbol.node.name === '__init__')
    return value;
  const inside = functionPlace(symbols, called.symbol, boundArguments(called, { call: node, place }));
  const results = returnsOf(called.symbol.node.body).map((returned) =>
    resultOf(symbols, evaluate(symbols, inside, returned, depth + 1), depth + 1),
  );
  const [first] = results;
  const same = results.every(
    (one) => one.kind === 'str' && first.kind === 'str' && one.value === first.value,
  );
  return first && same ? first : value;
}
