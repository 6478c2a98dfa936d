import { parse } from 'yaml';
import type { DataValue } from '../data/value';
import { isLiteral } from '../data/value';

/** How nested blocks of a document are laid out. */
export interface BlockStyle {
  newline: string;
  /** One level of indentation. */
  unit: string;
  /** Are sequences below a key indented? */
  indentsSequences: boolean;
}

/** A value in flow style, on one line. */
export function formatFlow(value: DataValue): string {
  if (typeof value === 'string') return formatText(value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isLiteral(value)) return value.$literal;
  if (Array.isArray(value)) return `[${value.map(formatFlow).join(', ')}]`;
  const items = Object.entries(value).map(([key, inner]) => `${formatText(key)}: ${formatFlow(inner)}`);
  return items.length > 0 ? `{ ${items.join(', ')} }` : '{}';
}

/**
 * What stands behind `key:` or `-`: a space and a scalar, or the lines of a block.
 * @param indentation of the line with the key or dash
 */
export function formatBehind(
  value: DataValue,
  indentation: string,
  style: BlockStyle,
  isItem: boolean,
): string {
  if (!isBlock(value)) return ` ${formatFlow(value)}`;
  const isSequence = Array.isArray(value);
  const inner = isSequence && !isItem && !style.indentsSequences ? indentation : indentation + style.unit;
  if (!isItem) return style.newline + formatBlock(value, inner, style);
  const below = `${indentation}  `;
  return ` ${formatBlock(value, below, style).slice(below.length)}`;
}

/** The lines of a table or sequence, the first one indented too, without a last line break. */
function formatBlock(value: DataValue, indentation: string, style: BlockStyle): string {
  const lines = Array.isArray(value)
    ? value.map((item) => `${indentation}-${formatBehind(item, indentation, style, true)}`)
    : Object.entries(value as object).map(
        ([key, item]: [string, DataValue]) =>
          `${indentation}${formatText(key)}:${formatBehind(item, indentation, style, false)}`,
      );
  return lines.join(style.newline);
}

function isBlock(value: DataValue): boolean {
  return typeof value === 'object' && value !== null && !isLiteral(value) && Object.keys(value).length > 0;
}

/** Plain where that means the same in blocks and in flow collections, else in double quotes. */
export function formatText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Error('the text is no valid Unicode');
  if (/^[\w./+@~^<>=-](?:[\w ./+@~^<>=()*$'"-]*[\w./+@~^<>=()*$-])?$/.test(text) && isPlain(text))
    return text;
  return JSON.stringify(text);
}

/** A text in place of another one keeps its quotes where they can hold it. */
export function formatLike(style: string, value: DataValue): string {
  if (typeof value !== 'string') return formatFlow(value);
  // eslint-disable-next-line no-control-regex -- what single quotes cannot hold on one line
  if (style === 'QUOTE_SINGLE' && !/[\u0000-\u001f\u007f-\u009f\p{Surrogate}]/u.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  return style === 'QUOTE_DOUBLE' ? JSON.stringify(value) : formatText(value);
}

function isPlain(text: string): boolean {
  try {
    return (
      parse(text) === text &&
      parse(`[${text}]`)[0] === text &&
      parse(`{ a: ${text} }`).a === text &&
      !isYaml11(text)
    );
  } catch {
    return false;
  }
}

/** Words that older readers, PyYAML among them, take for booleans, dates or numbers; versions such as 1.2.3 nobody does. */
function isYaml11(text: string): boolean {
  if (/^\d+(\.\d+){2,}$/.test(text)) return false;
  return /^(y|n|yes|no|on|off|true|false|null|~|[-+]?[\d.][\d_.:eExXoa-fA-F+-]*|\d{4}-\d\d?-\d\d?.*)$/i.test(
    text,
  );
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no exact number`);
  return String(value);
}
