import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { leafOf } from '../python/facts/dotted';
import { resultOf } from '../symbols/result';
import { qualifiedName, type Place, type Symbols } from '../symbols/symbols';
import type { Known } from './types';

/** An argument by keyword, or by position (-1: by keyword only). */
export function argument(call: Call, position: number, ...keywords: string[]): Expr | null {
  const named = call.keywords.find((keyword) => keyword.arg !== null && keywords.includes(keyword.arg));
  if (named) return named.value;
  const given = position >= 0 ? call.args[position] : undefined;
  return given && given.type !== 'Starred' ? given : null;
}

/** The text that an expression evaluates to, or why that cannot be known. */
export function textOf(symbols: Symbols, place: Place, expr: Expr): Known {
  const read = () => plainText(symbols, place, expr);
  const { result, taken } = symbols.settings?.noting(read) ?? { result: read(), taken: [] };
  return 'value' in result && taken.length > 0 ? { ...result, settings: taken } : result;
}

/** `Mount` of Starlette takes the slashes off the end of its path. */
export const withoutSlashes = (text: Known): Known =>
  'value' in text ? { ...text, value: text.value.replace(/\/+$/, '') } : text;

function plainText(symbols: Symbols, place: Place, expr: Expr): Known {
  const value = resultOf(symbols, evaluate(symbols, place, expr));
  if (value.kind === 'str') return { value: value.value };
  if (value.kind === 'none') return { value: '' };
  if (value.kind !== 'call') return { unresolved: value.kind === 'unknown' ? value.reason : 'it is no text' };
  const name = value.callee ? qualifiedName(value.callee) : leafOf(value.node.func);
  return { unresolved: name ? `it is made by a call of ${name}` : 'it is made by a call' };
}

/** The methods of a `methods=[…]` argument in upper case; null when they cannot be known. */
export function methodsOf(symbols: Symbols, place: Place, expr: Expr | null): string[] | null {
  if (!expr) return null;
  const value = evaluate(symbols, place, expr);
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return null;
  const texts = value.items.map((item) => (item.kind === 'str' ? item.value.toUpperCase() : null));
  return texts.some((text) => text === null) ? null : (texts as string[]);
}
