import type { Span } from '../../python/facts/types';

/** What a source of Cython is made of, as far as Python's own lexical rules tell, which it shares. */
export interface LexedCython {
  /** Logical lines from their first character that is no space, without their line break. */
  lines: Span[];
  /** Comments, with their `#`. */
  comments: Span[];
  /** Literals of one line, between their quotes; those with escapes and prefixes as well. */
  literals: Span[];
  /** All literals and comments: no code stands in them. */
  texts: Span[];
}

const CLOSING = new Set([')', ']', '}']);

/**
 * Take a source of Cython apart. What else its grammar adds to Python's (`cdef`, `<int>x`, `except? -1`) is none of this function's business.
 * @returns null where a literal or a bracket does not end: then nothing is certain
 */
export function lexCython(text: string): LexedCython | null {
  const found: LexedCython = { lines: [], comments: [], literals: [], texts: [] };
  let depth = 0;
  let start: number | null = null;
  const endLine = (end: number) => {
    if (start !== null) found.lines.push({ start, end });
    start = null;
  };
  for (let at = 0; at < text.length;) {
    const char = text[at];
    if (char === '#') {
      const end = lineEnd(text, at);
      found.comments.push({ start: at, end });
      found.texts.push({ start: at, end });
      at = end;
      continue;
    }
    if (isBreak(char) && depth === 0) endLine(at);
    else if (start === null && !/\s/.test(char)) start = at;
    if (char === '"' || char === "'") {
      const literal = literalAt(text, at);
      if (literal === null) return null;
      if (!literal.isLong) found.literals.push({ start: at + 1, end: literal.end - 1 });
      found.texts.push({ start: at, end: literal.end });
      at = literal.end;
      continue;
    }
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (CLOSING.has(char) && --depth < 0) return null;
    at += char === '\\' ? 1 + breakLength(text, at + 1) : 1;
  }
  endLine(text.length);
  return depth === 0 ? found : null;
}

/** Where a literal ends whose first quote stands there; null when it does not. */
function literalAt(text: string, start: number): { end: number; isLong: boolean } | null {
  const isLong = text.startsWith(text[start].repeat(3), start);
  const quote = isLong ? text[start].repeat(3) : text[start];
  for (let at = start + quote.length; at < text.length; at++) {
    // In a raw literal, too, a quote behind a backslash does not end it.
    if (text[at] === '\\') at += Math.max(breakLength(text, at + 1), 1);
    else if (text.startsWith(quote, at)) return { end: at + quote.length, isLong };
    else if (!isLong && isBreak(text[at])) return null;
  }
  return null;
}

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r';
}

function breakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return isBreak(text[at] ?? '') ? 1 : 0;
}

function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/.exec(text.slice(at));
  return found === null ? text.length : at + found.index;
}
