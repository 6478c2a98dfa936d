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

/** A value in place of another one: a literal string ('…') stays one where it can hold the new text, and so does one over several lines. */
export function formatLike(before: string, value: DataValue): string {
  if (typeof value !== 'string') return formatValue(value);
  const [mark] = /^('''|"""|'|)/.exec(before)!;
  const like = mark.length === 3 ? overLines(before, mark, value) : mark === "'" ? asLiteral(value) : null;
  return like ?? formatValue(value);
}

// eslint-disable-next-line no-control-regex -- what TOML forbids in a literal string
const NO_LITERAL = /['\u0000-\u0008\u000a-\u001f\u007f]/;

function asLiteral(value: string): string | null {
  return NO_LITERAL.test(value) ? null : `'${value}'`;
}

// eslint-disable-next-line no-control-regex -- what TOML forbids over several lines, and what has no text at all
const NO_LINES = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;

/** Null where the text, or how it was written, has more to it than lines (https://toml.io/en/v1.0.0#string). */
function overLines(before: string, mark: string, value: string): string | null {
  const isFolded = mark === '"""' && /\\[ \t]*\n/.test(before);
  if (isFolded || before.includes('\r') || NO_LINES.test(value) || value.includes(mark[0])) return null;
  const first = before[3] === '\n' || value.startsWith('\n') ? '\n' : '';
  return mark + first + (mark === '"""' ? value.replaceAll('\\', '\\\\') : value) + mark;
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
