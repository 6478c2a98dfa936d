import { SyntaxFailure } from '../errors';
import { DEDENT, INDENT } from './kinds';
import type { State } from './state';
import { isNewline, skipComment, skipNewline } from './state';
import { pushToken } from './tokens';

/** CPython's own bound (MAXINDENT in Parser/lexer/state.h). */
const MAX_INDENT = 100;

/** The white space that a line begins with; blank lines and lines with nothing but a comment have no tokens. */
export function startLine(s: State): void {
  const { codes } = s;
  const { length } = s.text;
  let column = 0;
  let alt = 0;
  let continued = -1;
  let at = s.at;
  for (;;) {
    const c = codes[at];
    if (c === 32) {
      column++;
      alt++;
    } else if (c === 9) {
      column = (Math.floor(column / 8) + 1) * 8;
      alt++;
    } else if (c === 12) {
      column = 0;
      alt = 0;
    } else if (c === 92 && isNewline(codes[at + 1])) {
      if (continued < 0) continued = column;
      at = skipNewline(codes, at + 1) - 1;
      if (at + 1 >= length) throw new SyntaxFailure('unexpected EOF while parsing', length);
    } else break;
    at++;
  }
  const c = codes[at];
  s.at = at;
  if (at >= length) {
    s.atLineStart = false;
    return;
  }
  if (c === 35) {
    skipComment(s);
    if (s.at < length) s.at = skipNewline(codes, s.at);
    return;
  }
  if (isNewline(c)) {
    s.at = skipNewline(codes, at);
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
    pushToken(tokens, INDENT, s.at, s.at);
    return;
  }
  while (indents.length > 1 && column < indents[indents.length - 1]) {
    indents.pop();
    altIndents.pop();
    pushToken(tokens, DEDENT, s.at, s.at);
  }
  if (column !== indents[indents.length - 1])
    throw new SyntaxFailure('unindent does not match any outer indentation level', s.at);
  if (alt !== altIndents[altIndents.length - 1])
    throw new SyntaxFailure('inconsistent use of tabs and spaces in indentation', s.at);
}
