import type { DataValue } from '../data/value';
import { isLiteral } from '../data/value';

/** A value as JSON text; on one line when `newline` is null. The first line is not indented. */
export function formatJson(
  value: DataValue,
  newline: string | null,
  indentation: string,
  unit: string,
): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`JSON has no ${value}`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isLiteral(value)) return value.$literal;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = indentation + unit;
  const items = Array.isArray(value)
    ? value.map((item) => formatJson(item, newline, inner, unit))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${formatJson(item, newline, inner, unit)}`,
      );
  if (items.length === 0) return open + close;
  if (newline === null) {
    const pad = open === '{' ? ' ' : '';
    return open + pad + items.join(', ') + pad + close;
  }
  return `${open}${newline}${items.map((item) => inner + item).join(`,${newline}`)}${newline}${indentation}${close}`;
}
