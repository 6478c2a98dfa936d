import type { ConstantValue } from '../ast';

/** The value of a numeric literal. Integers beyond 2^53 are bigints. */
export function numberValue(literal: string): ConstantValue {
  const text = literal.includes('_') ? literal.replaceAll('_', '') : literal;
  const last = text.charCodeAt(text.length - 1) | 32;
  const second = text.charCodeAt(1) | 32;
  const radix = text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98);
  if (radix) return integer(text.toLowerCase());
  if (last === 106) return { kind: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { kind: 'float', value: Number(text) };
  return integer(text);
}

function integer(text: string): ConstantValue {
  const value = Number(text);
  return { kind: 'int', value: Number.isSafeInteger(value) ? value : BigInt(text) };
}
