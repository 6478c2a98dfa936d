import type { DataValue } from '../data/value';
import { isLiteral } from '../data/value';

const WIDTH = 88;

/** A value as TOML text on one line. @throws on what TOML has no text for */
export function formatValue(value: DataValue): string {
  if (typeof value === 'string') return formatString(value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (value === null) throw new Error('TOML has no null');
  if (isLiteral(value)) return value.$literal;
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  const items = Object.entries(value).map(([key, inner]) => `${formatKey(key)} = ${formatValue(inner)}`);
  return items.length > 0 ? `{ ${items.join(', ')} }` : '{}';
}

/** `key = value` as a line of its own; a long array has an item a line. */
export function formatLine(key: string, value: DataValue, newline: string, indentation = ''): string {
  const line = `${key} = ${formatValue(value)}`;
  if (!Array.isArray(value) || value.length < 2 || indentation.length + line.length <= WIDTH) return line;
  const items = value.map((item) => `${indentation}    ${formatValue(item)},${newline}`);
  return `${key} = [${newline}${items.join('')}${indentation}]`;
}

/** A value in place of another one: a literal string ('…') stays one where it can hold the new text. */
export function formatLike(before: string, value: DataValue): string {
  const isLiteralString = before.startsWith("'") && !before.startsWith("'''");
  // eslint-disable-next-line no-control-regex -- what TOML forbids in a literal string
  if (isLiteralString && typeof value === 'string' && !/['\u0000-\u0008\u000a-\u001f\u007f]/.test(value))
    return `'${value}'`;
  return formatValue(value);
}

export function formatKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : formatString(key);
}

/** Integers as integers: data that means a float says so by a literal. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new Error(`${value} is no exact number`);
  return String(value);
}

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function formatString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Error('the text is no valid Unicode');
  // eslint-disable-next-line no-control-regex -- TOML forbids exactly these characters in a basic string
  const escaped = text.replace(/["\\\u0000-\u001f\u007f]/g, escape);
  return `"${escaped}"`;
}

function escape(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
