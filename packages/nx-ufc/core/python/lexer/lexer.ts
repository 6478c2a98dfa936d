import { SyntaxFailure } from '../errors';
import { codesOf } from './codes';
import { closeField, lexMiddle } from './formatted';
import { invalidCharacter, unicodePart } from './identifiers';
import { startLine } from './indentation';
import * as K from './kinds';
import { scanNumber } from './number';
import { operatorAt } from './operators';
import type { State } from './state';
import {
  closeBracket,
  isNewline,
  MAX_NESTING,
  openBracket,
  pushFrame,
  skipComment,
  skipNewline,
} from './state';
import { stringEnd } from './string-end';
import type { Tokens } from './tokens';
import { pushName, pushToken, takeTokens } from './tokens';
import { hashStep, LONGEST, wordAt } from './words';

const IDENTIFIER_START = 1;
const IDENTIFIER_PART = 2;
const DIGIT = 4;
const CLASSES = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  if (letter) CLASSES[c] = IDENTIFIER_START | IDENTIFIER_PART;
  else if (c >= 48 && c <= 57) CLASSES[c] = IDENTIFIER_PART | DIGIT;
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
    codes: codesOf(text),
    at: 0,
    tokens,
    depth: 0,
    brackets: new Uint8Array(MAX_NESTING + 1),
    bracketStarts: new Int32Array(MAX_NESTING + 1),
    frames: [],
    frame: null,
    indents: [0],
    altIndents: [0],
    atLineStart: true,
  };
  const { length } = text;
  while (s.at < length) {
    if (s.frame !== null && s.frame.kind !== 'field') lexMiddle(s, s.frame);
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

function lexToken(s: State): void {
  const { codes } = s;
  let { at } = s;
  let c = codes[at];
  while (c === 32 || c === 9 || c === 12) c = codes[++at];
  s.at = at;
  if (c > 127 || (CLASSES[c] & IDENTIFIER_START) !== 0) {
    lexName(s, c);
  } else if (c === 10 || c === 13) {
    const end = skipNewline(codes, at);
    if (s.depth === 0) {
      pushToken(s.tokens, K.NEWLINE, at, end);
      s.atLineStart = true;
    }
    s.at = end;
  } else if (c === 34 || c === 39) {
    lexString(s, at, at);
  } else if (c === 35) {
    skipComment(s);
  } else if ((CLASSES[c] & DIGIT) !== 0 || (c === 46 && codes[at + 1] >= 48 && codes[at + 1] <= 57)) {
    s.at = scanNumber(s.text, codes, at);
    pushToken(s.tokens, K.NUMBER, at, s.at);
  } else if (c === 92 && isNewline(codes[at + 1])) {
    s.at = skipNewline(codes, at + 1);
    if (s.at >= s.text.length && s.depth === 0)
      throw new SyntaxFailure('unexpected EOF while parsing', s.text.length);
  } else if (at < s.text.length) {
    lexOperator(s);
  }
}

function lexName(s: State, first: number): void {
  const { codes } = s;
  const start = s.at;
  let at = start;
  let hash = 0;
  let c = first;
  while (c < 128 && (CLASSES[c] & IDENTIFIER_PART) !== 0) {
    hash = hashStep(hash, c);
    c = codes[++at];
  }
  if (c > 127) {
    lexUnicodeName(s, at);
    return;
  }
  if ((c === 34 || c === 39) && at - start <= 2 && isStringPrefix(codes, start, at - start)) {
    lexString(s, start, at);
    return;
  }
  const word = at - start > LONGEST ? -1 : wordAt(codes, start, at, hash);
  const kind = word >= 0 && word < K.KEYWORDS.length ? K.KEYWORD_FIRST + word : K.NAME;
  pushName(s.tokens, word, start, at, kind);
  s.at = at;
}

/** The rest of a name from its first character beyond ASCII. */
function lexUnicodeName(s: State, from: number): void {
  const { text, codes, at: start } = s;
  let at = from;
  while (at < text.length) {
    const c = codes[at];
    if (c < 128 && (CLASSES[c] & IDENTIFIER_PART) === 0) break;
    const size = c < 128 ? 1 : unicodePart(text, at, at === start);
    if (size === 0) break;
    at += size;
  }
  if (at === start) throw new SyntaxFailure(invalidCharacter(text, at), at);
  pushName(s.tokens, -1, start, at, K.NAME);
  s.at = at;
}

/** b, r, u, f, t and br, fr, tr in any order and case. */
function isStringPrefix(codes: Uint16Array, start: number, length: number): boolean {
  const a = codes[start] | 32;
  if (length === 1) return a === 98 || a === 114 || a === 117 || a === 102 || a === 116;
  const b = codes[start + 1] | 32;
  const other = a === 114 ? b : b === 114 ? a : 0;
  return other === 98 || other === 102 || other === 116;
}

function lexString(s: State, start: number, quoteAt: number): void {
  const { codes } = s;
  const quote = codes[quoteAt];
  const triple = codes[quoteAt + 1] === quote && codes[quoteAt + 2] === quote;
  let formatted = false;
  let raw = false;
  for (let i = start; i < quoteAt; i++) {
    const p = codes[i] | 32;
    if (p === 102 || p === 116) formatted = true;
    else if (p === 114) raw = true;
  }
  const body = quoteAt + (triple ? 3 : 1);
  if (formatted) {
    pushToken(s.tokens, K.FSTART, start, body);
    pushFrame(s, { kind: 'string', quote, triple, raw, depth: 0, start });
    s.at = body;
    return;
  }
  s.at = stringEnd(s.text, codes, body, quote, triple, start);
  pushToken(s.tokens, K.STRING, start, s.at);
}

function lexOperator(s: State): void {
  const { codes, at, frame: field } = s;
  const operator = operatorAt(codes, at);
  if (operator === 0) throw new SyntaxFailure(`invalid character ${JSON.stringify(s.text[at])}`, at);
  let kind = operator >> 2;
  let end = at + (operator & 3);
  if (field !== null && field.depth === s.depth) {
    if (kind === K.RBRACE) {
      closeField(s);
      return;
    }
    if (kind === K.COLON || kind === K.WALRUS) {
      kind = K.COLON;
      end = at + 1;
      pushFrame(s, { ...field, kind: 'spec' });
    } else if (kind === K.EXCLAIM && codes[end] === 61) kind = K.NOTEQUAL;
  } else if (kind === K.EXCLAIM) throw new SyntaxFailure("invalid character '!'", at);
  if (kind === K.LPAR || kind === K.LSQB || kind === K.LBRACE) openBracket(s, codes[at]);
  else if (kind === K.RPAR || kind === K.RSQB || kind === K.RBRACE) closeBracket(s, codes[at]);
  pushToken(s.tokens, kind, at, end);
  s.at = end;
}
