import type { PlannedEdit } from '../plan/types';
import type { StringFact } from '../python/facts/types';
import { lineNumberAt } from '../text/lines';

/** The value of a literal with the place of each of its characters in the file. */
export interface LiteralText {
  value: string;
  /** Offset in the file of each character of the value, and of the end of the body. */
  offsets: number[];
  /** How a line break is written in this literal. */
  newline: string;
  /** It has fields of an f-string, each of which the value shows as `FIELD`. */
  hasFields?: boolean;
}

/** A text that stands in the file as it is, from `start` on. */
export function verbatim(value: string, start: number, newline: string): LiteralText {
  return { value, offsets: Array.from({ length: value.length + 1 }, (_, i) => start + i), newline };
}

/** What stands for a field of an f-string: an expression and a part of a name in one. */
export const FIELD = '__ufc_field__';

/** What stands between the literals of an implicit concatenation: white space, comments, continued lines. */
const BETWEEN_PARTS = /^(\s|\\\r?\n|#.*(\n|$))*$/;

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** Read a literal character by character; null when it has escapes whose places cannot be told simply. */
export function literalText(text: string, string: StringFact): LiteralText | null {
  const start = string.span.start + string.prefix.length + string.quote.length;
  const end = string.span.end - string.quote.length;
  const raw = /r/i.test(string.prefix);
  const offsets: number[] = [];
  let value = '';
  let hasFields = false;
  for (let at = start; at < end; at++) {
    if (string.formatted && text[at] === '{' && text[at + 1] !== '{') {
      const after = fieldEnd(text, at, end);
      if (after === null) return null;
      offsets.push(...Array.from(FIELD, () => at));
      value += FIELD;
      hasFields = true;
      at = after - 1;
      continue;
    }
    offsets.push(at);
    if (string.formatted && /[{}]/.test(text[at])) {
      value += text[at++];
      continue;
    }
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
  return { value, offsets, newline: string.quote.length === 3 ? '\n' : '\\n', hasFields };
}

/** Where a field of an f-string ends; null when its brackets do not match. */
function fieldEnd(text: string, start: number, end: number): number | null {
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (/["']/.test(text[at])) {
      at = text.indexOf(text[at], at + 1);
      if (at < 0) return null;
    } else if (/[([{]/.test(text[at])) depth++;
    else if (/[)\]}]/.test(text[at]) && --depth === 0) return at + 1;
  }
  return null;
}

/**
 * An edit of the value as edits of the file that the literal stands in: one for each literal that it touches, the first of which writes the
 * text.
 */
export function placedEdits(text: string, literal: LiteralText, edit: PlannedEdit): PlannedEdit[] {
  const { offsets } = literal;
  const placed: PlannedEdit[] = [];
  for (let at = edit.start; at < Math.max(edit.end, edit.start + 1); at++) {
    const last = placed.at(-1);
    const end = at < edit.end ? offsetBehind(text, literal, at) : offsets[at];
    // Indentation that all lines share is no part of the value.
    if (last && /^[ \t]*$/.test(text.slice(last.end, offsets[at]))) last.end = end;
    else placed.push({ ...edit, text: last ? '' : edit.text, start: offsets[at], end });
  }
  return placed.map((one) => ({
    ...one,
    before: placed.length > 1 ? text.slice(one.start, one.end) : edit.before,
    line: lineNumberAt(text, one.start),
  }));
}

/** Offset behind a character of the value, which may be written by an escape. */
function offsetBehind(text: string, { value, offsets }: LiteralText, index: number): number {
  const at = offsets[index];
  if (text[at] !== '\\') return at + 1;
  if (value[index] === '\\') return at + (offsets[index + 1] === at + 2 ? 2 : 1);
  return at + (text[at + 1] === 'u' ? 6 : 2);
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
    hasFields: known.some((literal) => literal.hasFields),
  };
}

/** Are two literals parts of one implicit concatenation? An attribute's docstring on the next line is used otherwise. */
export function goesOn(text: string, a: StringFact, b: StringFact): boolean {
  return (
    a.span.end <= b.span.start &&
    a.bytes === b.bytes &&
    a.role === b.role &&
    a.call === b.call &&
    a.name === b.name &&
    BETWEEN_PARTS.test(text.slice(a.span.end, b.span.start))
  );
}

/**
 * Literals in the order of the source, those of one implicit concatenation together.
 * @param isWanted concatenations without such a literal are left out
 */
export function concatenations(
  text: string,
  literals: readonly StringFact[],
  isWanted: (literal: StringFact) => boolean = () => true,
): StringFact[][] {
  const groups: StringFact[][] = [];
  for (let at = 0; at < literals.length; at++) {
    if (!isWanted(literals[at])) continue;
    let [first, last] = [at, at];
    while (first > 0 && goesOn(text, literals[first - 1], literals[first])) first--;
    while (last + 1 < literals.length && goesOn(text, literals[last], literals[last + 1])) last++;
    groups.push(literals.slice(first, last + 1));
    at = last;
  }
  return groups;
}
