import type { Expr, MatchClass, MatchMapping, Pattern } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { parseAtom } from './atoms';
import type { ParserState } from './state';
import { accept, enter, expect, expectIdentifier, isWord, lastEnd, leave, unexpected } from './state';
import { parseStrings } from './strings';

/** `patterns` of a `case`: one pattern, or a sequence without brackets. */
export function parseCasePattern(p: ParserState): Pattern {
  const start = p.starts[p.at];
  const first = parseMaybeStar(p);
  if (p.kinds[p.at] !== K.COMMA) {
    if (first.type === 'MatchStar') throw unexpected(p, K.COMMA);
    return first;
  }
  const patterns = [first];
  while (accept(p, K.COMMA)) {
    if (p.kinds[p.at] === K.COLON || p.kinds[p.at] === K.K_IF) break;
    patterns.push(parseMaybeStar(p));
  }
  return { type: 'MatchSequence', start, end: lastEnd(p), patterns };
}

function parseMaybeStar(p: ParserState): Pattern {
  if (p.kinds[p.at] !== K.STAR) return parseAsPattern(p);
  const start = p.starts[p.at++];
  const name = expectIdentifier(p);
  return { type: 'MatchStar', start, end: lastEnd(p), name: name === '_' ? null : name };
}

function parseAsPattern(p: ParserState): Pattern {
  enter(p);
  const start = p.starts[p.at];
  let pattern = parseOrPattern(p);
  if (accept(p, K.K_AS)) {
    const name = expectIdentifier(p);
    if (name === '_') throw new SyntaxFailure("cannot use '_' as a target", start);
    pattern = { type: 'MatchAs', start, end: lastEnd(p), pattern, name };
  }
  leave(p);
  return pattern;
}

function parseOrPattern(p: ParserState): Pattern {
  const start = p.starts[p.at];
  const first = parseClosedPattern(p);
  if (p.kinds[p.at] !== K.VBAR) return first;
  const patterns = [first];
  while (accept(p, K.VBAR)) patterns.push(parseClosedPattern(p));
  return { type: 'MatchOr', start, end: lastEnd(p), patterns };
}

function parseClosedPattern(p: ParserState): Pattern {
  const start = p.starts[p.at];
  const end = p.ends[p.at];
  switch (p.kinds[p.at]) {
    case K.K_NONE:
      p.at++;
      return { type: 'MatchSingleton', start, end, value: { kind: 'none' } };
    case K.K_TRUE:
      p.at++;
      return { type: 'MatchSingleton', start, end, value: { kind: 'bool', value: true } };
    case K.K_FALSE:
      p.at++;
      return { type: 'MatchSingleton', start, end, value: { kind: 'bool', value: false } };
    case K.STRING:
    case K.FSTART:
      return valuePattern(p, start, parseStrings(p));
    case K.NUMBER:
    case K.MINUS:
      return valuePattern(p, start, parseNumberPattern(p));
    case K.NAME:
      return parseNamePattern(p);
    case K.LPAR:
      return parseGroup(p, K.RPAR);
    case K.LSQB:
      return parseGroup(p, K.RSQB);
    case K.LBRACE:
      return parseMapping(p);
    default:
      throw unexpected(p);
  }
}

function valuePattern(p: ParserState, start: number, value: Expr): Pattern {
  return { type: 'MatchValue', start, end: lastEnd(p), value };
}

/** `-1`, `1.5`, `1 + 2j`. */
function parseNumberPattern(p: ParserState): Expr {
  const start = p.starts[p.at];
  const left = signedNumber(p);
  const kind = p.kinds[p.at];
  if (kind !== K.PLUS && kind !== K.MINUS) return left;
  p.at++;
  if (p.kinds[p.at] !== K.NUMBER) throw unexpected(p);
  const right = parseAtom(p);
  return { type: 'BinOp', start, end: lastEnd(p), left, op: kind === K.PLUS ? 'Add' : 'Sub', right };
}

function signedNumber(p: ParserState): Expr {
  const start = p.starts[p.at];
  const negative = accept(p, K.MINUS);
  if (p.kinds[p.at] !== K.NUMBER) throw unexpected(p);
  const operand = parseAtom(p);
  return negative ? { type: 'UnaryOp', start, end: lastEnd(p), op: 'USub', operand } : operand;
}

function parseNamePattern(p: ParserState): Pattern {
  const start = p.starts[p.at];
  const single = p.kinds[p.at + 1] !== K.DOT && p.kinds[p.at + 1] !== K.LPAR;
  if (single) {
    const name = expectIdentifier(p);
    return { type: 'MatchAs', start, end: lastEnd(p), pattern: null, name: name === '_' ? null : name };
  }
  const cls = parseDottedName(p);
  if (p.kinds[p.at] !== K.LPAR) return valuePattern(p, start, cls);
  return parseClass(p, start, cls);
}

function parseDottedName(p: ParserState): Expr {
  const start = p.starts[p.at];
  let expr: Expr = { type: 'Name', start, end: p.ends[p.at], id: expectIdentifier(p), ctx: 'Load' };
  while (accept(p, K.DOT)) {
    const attr = expectIdentifier(p);
    expr = { type: 'Attribute', start, end: lastEnd(p), value: expr, attr, ctx: 'Load' };
  }
  return expr;
}

function parseClass(p: ParserState, start: number, cls: Expr): MatchClass {
  const node: MatchClass = {
    type: 'MatchClass',
    start,
    end: start,
    cls,
    patterns: [],
    kwd_attrs: [],
    kwd_patterns: [],
  };
  expect(p, K.LPAR);
  while (p.kinds[p.at] !== K.RPAR) {
    if (p.kinds[p.at] === K.NAME && p.kinds[p.at + 1] === K.EQUAL) {
      node.kwd_attrs.push(expectIdentifier(p));
      p.at++;
      node.kwd_patterns.push(parseAsPattern(p));
    } else {
      if (node.kwd_attrs.length > 0)
        throw new SyntaxFailure('positional patterns follow keyword patterns', p.starts[p.at]);
      node.patterns.push(parseAsPattern(p));
    }
    if (!accept(p, K.COMMA)) break;
  }
  expect(p, K.RPAR);
  node.end = lastEnd(p);
  return node;
}

/** `(pattern)`, `(a, b)`, `[a, *rest]`. */
function parseGroup(p: ParserState, close: number): Pattern {
  const start = p.starts[p.at++];
  const patterns: Pattern[] = [];
  let comma = false;
  while (p.kinds[p.at] !== close) {
    patterns.push(parseMaybeStar(p));
    comma = accept(p, K.COMMA);
    if (!comma) break;
  }
  expect(p, close);
  const single = close === K.RPAR && patterns.length === 1 && !comma;
  if (single && patterns[0].type !== 'MatchStar') return patterns[0];
  return { type: 'MatchSequence', start, end: lastEnd(p), patterns };
}

function parseMapping(p: ParserState): MatchMapping {
  const start = p.starts[p.at++];
  const node: MatchMapping = { type: 'MatchMapping', start, end: start, keys: [], patterns: [], rest: null };
  while (p.kinds[p.at] !== K.RBRACE) {
    if (accept(p, K.DOUBLESTAR)) {
      node.rest = expectIdentifier(p);
    } else {
      node.keys.push(parseKey(p));
      expect(p, K.COLON);
      node.patterns.push(parseAsPattern(p));
    }
    if (!accept(p, K.COMMA)) break;
  }
  expect(p, K.RBRACE);
  node.end = lastEnd(p);
  return node;
}

function parseKey(p: ParserState): Expr {
  switch (p.kinds[p.at]) {
    case K.NAME:
      return parseDottedName(p);
    case K.NUMBER:
    case K.MINUS:
      return parseNumberPattern(p);
    case K.STRING:
    case K.FSTART:
      return parseStrings(p);
    case K.K_NONE:
    case K.K_TRUE:
    case K.K_FALSE:
      return parseAtom(p);
    default:
      throw unexpected(p);
  }
}

/**
 * Is this the beginning of a match statement? `match` and `case` are names elsewhere: only a line that ends in a colon
 * and opens a block whose first word is `case` is one.
 */
export function isMatchStatement(p: ParserState): boolean {
  if (!isWord(p, p.at, 'match')) return false;
  const { kinds } = p;
  const next = kinds[p.at + 1];
  if (next === K.EQUAL || next === K.DOT || next === K.COMMA || next === K.NEWLINE || next === K.COLON)
    return false;
  let at = p.at + 1;
  while (kinds[at] !== K.NEWLINE && kinds[at] !== K.EOF) at++;
  return kinds[at - 1] === K.COLON && kinds[at + 1] === K.INDENT && isWord(p, at + 2, 'case');
}
