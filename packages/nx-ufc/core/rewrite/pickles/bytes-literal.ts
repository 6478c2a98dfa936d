import type { StringFact, Span } from '../../python/facts/types';

/** The bytes that literals make, each with the place of what it is written as. */
export interface LiteralBytes {
  bytes: number[];
  spans: Span[];
}

const SIMPLE: Record<string, number> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "'": 39,
  '\\': 92,
};
/** https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r?\n)|([abtnvfr"'\\]))/y;

/** Read the literals of one implicit concatenation of bytes; null when one has an escape that is none. */
export function bytesOf(text: string, literals: readonly StringFact[]): LiteralBytes | null {
  const read: LiteralBytes = { bytes: [], spans: [] };
  for (const { span, prefix, quote } of literals) {
    const end = span.end - quote.length;
    for (let at = span.start + prefix.length + quote.length; at < end;) {
      const next = text[at] === '\\' && !/r/i.test(prefix) ? escapeAt(text, at) : null;
      if (text[at] === '\\' && !/r/i.test(prefix) && next === null) return null;
      const length = next?.length ?? 1;
      const value = next ? next.value : text.charCodeAt(at);
      if (value !== null) {
        read.bytes.push(value);
        read.spans.push({ start: at, end: at + length });
      }
      at += length;
    }
  }
  return read;
}

/** What an escape stands for, nothing for a line that goes on; null when it is none. */
function escapeAt(text: string, at: number): { value: number | null; length: number } | null {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text);
  if (!match) return null;
  const [{ length }, hex, octal, line, simple] = match;
  if (line !== undefined) return { value: null, length };
  return { value: hex ? parseInt(hex, 16) : octal ? parseInt(octal, 8) & 255 : SIMPLE[simple], length };
}
