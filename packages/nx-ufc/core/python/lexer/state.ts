import { SyntaxFailure } from '../errors';
import type { Tokens } from './tokens';

/** CPython's own bound (MAXLEVEL in Parser/lexer/state.h). */
export const MAX_NESTING = 200;

/** An open f-string, one of its replacement fields, or the format specification of such a field. */
export interface Frame {
  kind: 'string' | 'field' | 'spec';
  quote: number;
  triple: boolean;
  raw: boolean;
  /** Bracket depth inside of the field. */
  depth: number;
  start: number;
}

export interface State {
  text: string;
  codes: Uint16Array;
  at: number;
  tokens: Tokens;
  depth: number;
  brackets: Uint8Array;
  bracketStarts: Int32Array;
  frames: Frame[];
  /** The innermost frame. */
  frame: Frame | null;
  indents: number[];
  altIndents: number[];
  atLineStart: boolean;
}

export function pushFrame(s: State, frame: Frame): void {
  s.frames.push(frame);
  s.frame = frame;
}

export function popFrame(s: State): void {
  s.frames.pop();
  s.frame = s.frames.length > 0 ? s.frames[s.frames.length - 1] : null;
}

export function openBracket(s: State, code: number): void {
  if (s.depth >= MAX_NESTING) throw new SyntaxFailure('too many nested parentheses', s.at);
  s.brackets[++s.depth] = code;
  s.bracketStarts[s.depth] = s.at;
}

export function closeBracket(s: State, code: number): void {
  const open = s.depth > 0 ? s.brackets[s.depth] : 0;
  const matches =
    (code === 41 && open === 40) || (code === 93 && open === 91) || (code === 125 && open === 123);
  if (open === 0) throw new SyntaxFailure(`unmatched '${String.fromCharCode(code)}'`, s.at);
  if (!matches)
    throw new SyntaxFailure(
      `closing parenthesis '${String.fromCharCode(code)}' does not match opening parenthesis '${String.fromCharCode(open)}'`,
      s.at,
    );
  s.depth--;
}

const LINE_END = /[\r\n]/g;

export function skipComment(s: State): void {
  const { text, at: start } = s;
  LINE_END.lastIndex = start;
  s.at = LINE_END.test(text) ? LINE_END.lastIndex - 1 : text.length;
  s.tokens.comments.push(start, s.at);
}

export function isNewline(c: number): boolean {
  return c === 10 || c === 13;
}

export function skipNewline(codes: Uint16Array, at: number): number {
  return codes[at] === 13 && codes[at + 1] === 10 ? at + 2 : at + 1;
}
