import { SyntaxFailure } from '../errors';
import { FEND, FMIDDLE, LBRACE, RBRACE } from './kinds';
import type { Frame, State } from './state';
import { openBracket, popFrame, pushFrame } from './state';
import { pushToken } from './tokens';

/** The literal text of an f-string or of a format specification, up to a field or the end. */
export function lexMiddle(s: State, frame: Frame): void {
  const { codes, text } = s;
  const inSpec = frame.kind === 'spec';
  const start = s.at;
  let at = start;
  for (;;) {
    if (at >= text.length) throw new SyntaxFailure('unterminated f-string literal', frame.start);
    const c = codes[at];
    if (c === 123) {
      if (!inSpec && codes[at + 1] === 123) at += 2;
      else break;
    } else if (c === 125) {
      if (inSpec) break;
      if (codes[at + 1] !== 125) throw new SyntaxFailure("f-string: single '}' is not allowed", at);
      at += 2;
    } else if (c === 92) {
      at = skipEscape(text, codes, at, frame.raw);
    } else if (c === frame.quote) {
      if (!frame.triple) break;
      if (codes[at + 1] === c && codes[at + 2] === c) break;
      at++;
    } else if ((c === 10 || c === 13) && !frame.triple) {
      throw new SyntaxFailure('unterminated f-string literal', frame.start);
    } else at++;
  }
  if (at > start) pushToken(s.tokens, FMIDDLE, start, at);
  s.at = at;
  endMiddle(s, frame);
}

function skipEscape(text: string, codes: Uint16Array, at: number, raw: boolean): number {
  const next = codes[at + 1];
  if (next === 123 || next === 125) return at + 1;
  if (!raw && next === 78 && codes[at + 2] === 123) {
    const close = text.indexOf('}', at + 3);
    if (close > 0 && /^[-\w ]+$/.test(text.slice(at + 3, close))) return close + 1;
  }
  if (next === 13 && codes[at + 2] === 10) return at + 3;
  return at + 2;
}

function endMiddle(s: State, frame: Frame): void {
  const c = s.codes[s.at];
  if (c === 123) {
    openBracket(s, 123);
    pushToken(s.tokens, LBRACE, s.at, s.at + 1);
    s.at++;
    pushFrame(s, { ...frame, kind: 'field', depth: s.depth, start: s.at });
  } else if (c === 125) {
    popFrame(s);
    closeField(s);
  } else if (frame.kind === 'spec') {
    throw new SyntaxFailure("f-string: expecting '}'", s.at);
  } else {
    const end = s.at + (frame.triple ? 3 : 1);
    pushToken(s.tokens, FEND, s.at, end);
    s.at = end;
    popFrame(s);
  }
}

/** The brace that ends a replacement field. */
export function closeField(s: State): void {
  popFrame(s);
  s.depth--;
  pushToken(s.tokens, RBRACE, s.at, s.at + 1);
  s.at++;
}
