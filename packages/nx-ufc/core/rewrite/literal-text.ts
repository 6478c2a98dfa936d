import type { StringFact } from '../python/facts/types';

/** The value of a literal with the place of each of its characters in the file. */
export interface LiteralText {
  value: string;
  /** Offset in the file of each character of the value, and of the end of the body. */
  offsets: number[];
  /** How a line break is written in this literal. */
  newline: string;
}

/** What stands between the literals of an implicit concatenation: white space, comments, continued lines. */
export const BETWEEN_PARTS = /^(\s|\\\r?\n|#.*(\n|$))*$/;

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** Read a literal character by character; null when it has escapes whose places cannot be told simply. */
export function literalText(text: string, string: StringFact): LiteralText | null {
  const start = string.span.start + string.prefix.length + string.quote.length;
  const end = string.span.end - string.quote.length;
  const raw = /r/i.test(string.prefix);
  const offsets: number[] = [];
  let value = '';
  for (let at = start; at < end; at++) {
    offsets.push(at);
    if (text[at] !== '\\' || raw) {
      value += text[at];
      continue;
    }
    const next = text[at + 1];
    if (next === '\n') offsets.pop();
    else if (SIMPLE[next] === undefined) return null;
    else value += SIMPLE[next];
    at++;
  }
  offsets.push(end);
  return { value, offsets, newline: string.quote.length === 3 ? '\n' : '\\n' };
}

/** Several literals as the one text that they make; null when one of them cannot be read. */
export function joinedText(literals: readonly (LiteralText | null)[]): LiteralText | null {
  const known = literals.filter((literal) => literal !== null);
  if (known.length !== literals.length || known.length === 0) return null;
  return {
    value: known.map((literal) => literal.value).join(''),
    offsets: known.flatMap((literal, i) =>
      i < known.length - 1 ? literal.offsets.slice(0, -1) : literal.offsets,
    ),
    newline: known[0].newline,
  };
}

/** Literals in the order of the source, those of one implicit concatenation together. */
export function concatenations(text: string, literals: readonly StringFact[]): StringFact[][] {
  const groups: StringFact[][] = [];
  for (const string of literals) {
    const last = groups.at(-1)?.at(-1);
    const between = last && text.slice(last.span.end, string.span.start);
    if (between !== undefined && last!.bytes === string.bytes && BETWEEN_PARTS.test(between))
      groups.at(-1)!.push(string);
    else groups.push([string]);
  }
  return groups;
}
