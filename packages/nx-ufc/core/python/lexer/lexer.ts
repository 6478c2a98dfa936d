import { SyntaxFailure } from '../errors';
import * as K from './kinds';
import { scanNumber } from './number';
import { operatorAt } from './operators';
import type { Tokens } from './tokens';
import { pushToken, takeTokens } from './tokens';

/** CPython's own bounds (Parser/lexer/state.h): MAXLEVEL and MAXINDENT. */
const MAX_NESTING = 200;
const MAX_INDENT = 100;

const IDENTIFIER_START = 1;
const IDENTIFIER_PART = 2;
const CLASSES = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  if (letter) CLASSES[c] = IDENTIFIER_START | IDENTIFIER_PART;
  else if (c >= 48 && c <= 57) CLASSES[c] = IDENTIFIER_PART;
}
const KEYWORD_KINDS = new Map<string, number>(K.KEYWORDS.map((word, i) => [word, K.KEYWORD_FIRST + i]));
const UNICODE_START = /^[\p{XID_Start}_]$/u;
const UNICODE_PART = /^\p{XID_Continue}$/u;

/** An open f-string, one of its replacement fields, or the format specification of such a field. */
interface Frame {
  kind: 'string' | 'field' | 'spec';
  quote: number;
  triple: boolean;
  raw: boolean;
  /** Bracket depth inside of the field. */
  depth: number;
  start: number;
}

interface State {
  text: string;
  at: number;
  tokens: Tokens;
  depth: number;
  brackets: Uint8Array;
  bracketStarts: Int32Array;
  frames: Frame[];
  indents: number[];
  altIndents: number[];
  atLineStart: boolean;
}

/**
 * Split a source into tokens as CPython's tokenizer does, INDENT, DEDENT and NEWLINE included, blank lines and
 * comments left out (comments have a list of their own).
 * @throws SyntaxFailure
 */
export function tokenize(text: string): Tokens {
  const tokens = takeTokens();
  const s: State = {
    text,
    at: 0,
    tokens,
    depth: 0,
    brackets: new Uint8Array(MAX_NESTING + 1),
    bracketStarts: new Int32Array(MAX_NESTING + 1),
    frames: [],
    indents: [0],
    altIndents: [0],
    atLineStart: true,
  };
  const length = text.length;
  while (s.at < length) {
    const top = s.frames.length > 0 ? s.frames[s.frames.length - 1] : null;
    if (top !== null && top.kind !== 'field') lexMiddle(s, top);
    else if (s.atLineStart) startLine(s);
    else lexToken(s);
  }
  if (s.frames.length > 0) throw new SyntaxFailure('unterminated f-string literal', s.frames[0].start);
  if (s.depth > 0)
    throw new SyntaxFailure(
      `'${String.fromCharCode(s.brackets[s.depth])}' was never closed`,
      s.bracketStarts[s.depth],
    );
  const last = tokens.count > 0 ? tokens.kinds[tokens.count - 1] : K.NEWLINE;
  if (last !== K.NEWLINE && last !== K.DEDENT && last !== K.INDENT)
    pushToken(tokens, K.NEWLINE, length, length);
  for (let i = s.indents.length - 1; i > 0; i--) pushToken(tokens, K.DEDENT, length, length);
  pushToken(tokens, K.EOF, length, length);
  return tokens;
}

function startLine(s: State): void {
  const { text } = s;
  let column = 0;
  let alt = 0;
  let continued = -1;
  let at = s.at;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === 32) {
      column++;
      alt++;
    } else if (c === 9) {
      column = (Math.floor(column / 8) + 1) * 8;
      alt++;
    } else if (c === 12) {
      column = 0;
      alt = 0;
    } else if (c === 92 && isNewline(text.charCodeAt(at + 1))) {
      if (continued < 0) continued = column;
      at = skipNewline(text, at + 1) - 1;
      if (at + 1 >= text.length) throw new SyntaxFailure('unexpected EOF while parsing', text.length);
    } else break;
    at++;
  }
  const c = text.charCodeAt(at);
  s.at = at;
  if (at >= text.length) {
    s.atLineStart = false;
    return;
  }
  if (c === 35) {
    skipComment(s);
    if (s.at < text.length) s.at = skipNewline(text, s.at);
    return;
  }
  if (isNewline(c)) {
    s.at = skipNewline(text, at);
    return;
  }
  s.atLineStart = false;
  indent(s, continued >= 0 ? continued : column, continued >= 0 ? continued : alt);
}

function indent(s: State, column: number, alt: number): void {
  const { indents, altIndents, tokens } = s;
  const top = indents.length - 1;
  if (column === indents[top]) {
    if (alt !== altIndents[top])
      throw new SyntaxFailure('inconsistent use of tabs and spaces in indentation', s.at);
    return;
  }
  if (column > indents[top]) {
    if (indents.length >= MAX_INDENT) throw new SyntaxFailure('too many levels of indentation', s.at);
    if (alt <= altIndents[top])
      throw new SyntaxFailure('inconsistent use of tabs and spaces in indentation', s.at);
    indents.push(column);
    altIndents.push(alt);
    pushToken(tokens, K.INDENT, s.at, s.at);
    return;
  }
  while (indents.length > 1 && column < indents[indents.length - 1]) {
    indents.pop();
    altIndents.pop();
    pushToken(tokens, K.DEDENT, s.at, s.at);
  }
  if (column !== indents[indents.length - 1])
    throw new SyntaxFailure('unindent does not match any outer indentation level', s.at);
  if (alt !== altIndents[altIndents.length - 1])
    throw new SyntaxFailure('inconsistent use of tabs and spaces in indentation', s.at);
}

function lexToken(s: State): void {
  const { text } = s;
  const at = s.at;
  const c = text.charCodeAt(at);
  if (c === 32 || c === 9 || c === 12) {
    s.at = at + 1;
  } else if (c < 128 ? (CLASSES[c] & IDENTIFIER_START) !== 0 : true) {
    lexName(s, c);
  } else if (c === 10 || c === 13) {
    const end = skipNewline(text, at);
    if (s.depth === 0) {
      pushToken(s.tokens, K.NEWLINE, at, end);
      s.atLineStart = true;
    }
    s.at = end;
  } else if (c === 34 || c === 39) {
    lexString(s, at, at);
  } else if (c === 35) {
    skipComment(s);
  } else if ((c >= 48 && c <= 57) || (c === 46 && isDigit(text.charCodeAt(at + 1)))) {
    s.at = scanNumber(text, at);
    pushToken(s.tokens, K.NUMBER, at, s.at);
  } else if (c === 92 && isNewline(text.charCodeAt(at + 1))) {
    s.at = skipNewline(text, at + 1);
    if (s.at >= text.length && s.depth === 0)
      throw new SyntaxFailure('unexpected EOF while parsing', text.length);
  } else {
    lexOperator(s);
  }
}

function lexName(s: State, first: number): void {
  const { text } = s;
  const start = s.at;
  let at = start;
  let c = first;
  for (;;) {
    if (c < 128) {
      if ((CLASSES[c] & IDENTIFIER_PART) === 0) break;
      at++;
    } else {
      const size = unicodePart(text, at, at === start);
      if (size === 0) break;
      at += size;
    }
    if (at >= text.length) break;
    c = text.charCodeAt(at);
  }
  if (at === start)
    throw new SyntaxFailure(
      `invalid character '${String.fromCodePoint(text.codePointAt(at)!)}' (U+${text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')})`,
      at,
    );
  const length = at - start;
  if ((c === 34 || c === 39) && length <= 2 && at < text.length && isStringPrefix(text, start, length)) {
    lexString(s, start, at);
    return;
  }
  let kind = K.NAME;
  if (length >= 2 && length <= 8 && first < 128) kind = KEYWORD_KINDS.get(text.slice(start, at)) ?? K.NAME;
  pushToken(s.tokens, kind, start, at);
  s.at = at;
}

function unicodePart(text: string, at: number, first: boolean): number {
  const point = text.codePointAt(at)!;
  const character = String.fromCodePoint(point);
  const valid =
    (first ? UNICODE_START : UNICODE_PART).test(character) ||
    (first ? UNICODE_START : UNICODE_PART).test(character.normalize('NFKC'));
  return valid ? character.length : 0;
}

/** b, r, u, f, t and br, fr, tr in any order and case. */
function isStringPrefix(text: string, start: number, length: number): boolean {
  const a = text.charCodeAt(start) | 32;
  if (length === 1) return a === 98 || a === 114 || a === 117 || a === 102 || a === 116;
  const b = text.charCodeAt(start + 1) | 32;
  const other = a === 114 ? b : b === 114 ? a : 0;
  return other === 98 || other === 102 || other === 116;
}

function lexString(s: State, start: number, quoteAt: number): void {
  const { text } = s;
  const quote = text.charCodeAt(quoteAt);
  const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  let formatted = false;
  let raw = false;
  for (let i = start; i < quoteAt; i++) {
    const p = text.charCodeAt(i) | 32;
    if (p === 102 || p === 116) formatted = true;
    else if (p === 114) raw = true;
  }
  const body = quoteAt + (triple ? 3 : 1);
  if (formatted) {
    pushToken(s.tokens, K.FSTART, start, body);
    s.frames.push({ kind: 'string', quote, triple, raw, depth: 0, start });
    s.at = body;
    return;
  }
  s.at = stringEnd(text, body, quote, triple, start);
  pushToken(s.tokens, K.STRING, start, s.at);
}

/** Offset after the closing quote of a literal whose body begins at `body`. */
export function stringEnd(text: string, body: number, quote: number, triple: boolean, start: number): number {
  const length = text.length;
  for (let at = body; at < length; at++) {
    const c = text.charCodeAt(at);
    if (c === 92) {
      at++;
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (c === quote) {
      if (!triple) return at + 1;
      if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) return at + 3;
    } else if (!triple && (c === 10 || c === 13)) break;
  }
  throw new SyntaxFailure(
    triple ? 'unterminated triple-quoted string literal' : 'unterminated string literal',
    start,
  );
}

/** The literal text of an f-string or of a format specification, up to a field or the end. */
function lexMiddle(s: State, frame: Frame): void {
  const { text } = s;
  const inSpec = frame.kind === 'spec';
  const start = s.at;
  let at = start;
  for (;;) {
    if (at >= text.length) throw new SyntaxFailure('unterminated f-string literal', frame.start);
    const c = text.charCodeAt(at);
    if (c === 123) {
      if (!inSpec && text.charCodeAt(at + 1) === 123) at += 2;
      else break;
    } else if (c === 125) {
      if (inSpec) break;
      if (text.charCodeAt(at + 1) !== 125) throw new SyntaxFailure("f-string: single '}' is not allowed", at);
      at += 2;
    } else if (c === 92) {
      at = skipEscape(text, at, frame.raw);
    } else if (c === frame.quote) {
      if (!frame.triple) break;
      if (text.charCodeAt(at + 1) === c && text.charCodeAt(at + 2) === c) break;
      at++;
    } else if ((c === 10 || c === 13) && !frame.triple) {
      throw new SyntaxFailure('unterminated f-string literal', frame.start);
    } else at++;
  }
  if (at > start) pushToken(s.tokens, K.FMIDDLE, start, at);
  s.at = at;
  endMiddle(s, frame);
}

function skipEscape(text: string, at: number, raw: boolean): number {
  const next = text.charCodeAt(at + 1);
  if (next === 123 || next === 125) return at + 1;
  if (!raw && next === 78 && text.charCodeAt(at + 2) === 123) {
    const close = text.indexOf('}', at + 3);
    if (close > 0 && /^[-\w ]+$/.test(text.slice(at + 3, close))) return close + 1;
  }
  if (next === 13 && text.charCodeAt(at + 2) === 10) return at + 3;
  return at + 2;
}

function endMiddle(s: State, frame: Frame): void {
  const c = s.text.charCodeAt(s.at);
  if (c === 123) {
    openBracket(s, 123);
    pushToken(s.tokens, K.LBRACE, s.at, s.at + 1);
    s.at++;
    s.frames.push({ ...frame, kind: 'field', depth: s.depth, start: s.at });
  } else if (c === 125) {
    s.frames.pop();
    closeField(s);
  } else if (frame.kind === 'spec') {
    throw new SyntaxFailure("f-string: expecting '}'", s.at);
  } else {
    const end = s.at + (frame.triple ? 3 : 1);
    pushToken(s.tokens, K.FEND, s.at, end);
    s.at = end;
    s.frames.pop();
  }
}

function closeField(s: State): void {
  s.frames.pop();
  s.depth--;
  pushToken(s.tokens, K.RBRACE, s.at, s.at + 1);
  s.at++;
}

function lexOperator(s: State): void {
  const { text, at } = s;
  const operator = operatorAt(text, at);
  if (operator === 0) throw new SyntaxFailure(`invalid character ${JSON.stringify(text[at])}`, at);
  let kind = operator >> 2;
  let end = at + (operator & 3);
  const field = s.frames.length > 0 ? s.frames[s.frames.length - 1] : null;
  if (field !== null && field.depth === s.depth) {
    if (kind === K.RBRACE) {
      closeField(s);
      return;
    }
    if (kind === K.COLON || kind === K.WALRUS) {
      kind = K.COLON;
      end = at + 1;
      s.frames.push({ ...field, kind: 'spec' });
    } else if (kind === K.EXCLAIM && text.charCodeAt(end) === 61) kind = K.NOTEQUAL;
  } else if (kind === K.EXCLAIM) throw new SyntaxFailure("invalid character '!'", at);
  if (kind === K.LPAR || kind === K.LSQB || kind === K.LBRACE) openBracket(s, text.charCodeAt(at));
  else if (kind === K.RPAR || kind === K.RSQB || kind === K.RBRACE) closeBracket(s, text.charCodeAt(at));
  pushToken(s.tokens, kind, at, end);
  s.at = end;
}

function openBracket(s: State, code: number): void {
  if (s.depth >= MAX_NESTING) throw new SyntaxFailure('too many nested parentheses', s.at);
  s.brackets[++s.depth] = code;
  s.bracketStarts[s.depth] = s.at;
}

function closeBracket(s: State, code: number): void {
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

function skipComment(s: State): void {
  const start = s.at;
  let at = start;
  while (at < s.text.length && !isNewline(s.text.charCodeAt(at))) at++;
  s.tokens.comments.push(start, at);
  s.at = at;
}

function isNewline(c: number): boolean {
  return c === 10 || c === 13;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function skipNewline(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}
