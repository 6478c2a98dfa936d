import type { ConstantValue, Dict, Expr } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import {
  parseComprehensions,
  parseExpression,
  parseBinary,
  parseStarNamedExpression,
  parseYield,
} from './expressions';
import { numberValue } from './numbers';
import type { ParserState } from './state';
import { accept, enter, expect, identifierAt, lastEnd, leave, unexpected } from './state';
import { parseStrings } from './strings';

const NONE: ConstantValue = { kind: 'none' };
const TRUE: ConstantValue = { kind: 'bool', value: true };
const FALSE: ConstantValue = { kind: 'bool', value: false };
const DOTS: ConstantValue = { kind: 'ellipsis' };

/** A name, literal, or display in brackets. */
export function parseAtom(p: ParserState): Expr {
  const at = p.at;
  const start = p.starts[at];
  const end = p.ends[at];
  switch (p.kinds[at]) {
    case K.NAME:
      p.at++;
      return { type: 'Name', start, end, id: identifierAt(p, at), ctx: 'Load' };
    case K.STRING:
    case K.FSTART:
      return parseStrings(p);
    case K.NUMBER:
      p.at++;
      return { type: 'Constant', start, end, value: numberValue(p.text.slice(start, end)) };
    case K.K_NONE:
      p.at++;
      return { type: 'Constant', start, end, value: NONE };
    case K.K_TRUE:
      p.at++;
      return { type: 'Constant', start, end, value: TRUE };
    case K.K_FALSE:
      p.at++;
      return { type: 'Constant', start, end, value: FALSE };
    case K.ELLIPSIS:
      p.at++;
      return { type: 'Constant', start, end, value: DOTS };
    case K.LPAR:
      return nested(p, parseParenthesised);
    case K.LSQB:
      return nested(p, parseList);
    case K.LBRACE:
      return nested(p, parseDictOrSet);
    default:
      throw unexpected(p);
  }
}

function nested(p: ParserState, parse: (p: ParserState) => Expr): Expr {
  enter(p);
  const expr = parse(p);
  leave(p);
  return expr;
}

function isComprehension(p: ParserState): boolean {
  return p.kinds[p.at] === K.K_FOR || (p.kinds[p.at] === K.K_ASYNC && p.kinds[p.at + 1] === K.K_FOR);
}

function parseParenthesised(p: ParserState): Expr {
  const start = p.starts[p.at++];
  if (accept(p, K.RPAR)) return { type: 'Tuple', start, end: lastEnd(p), elts: [], ctx: 'Load' };
  if (p.kinds[p.at] === K.K_YIELD) {
    const value = parseYield(p);
    expect(p, K.RPAR);
    return value;
  }
  const first = parseStarNamedExpression(p);
  if (isComprehension(p)) {
    refuseStarred(first);
    const generators = parseComprehensions(p);
    expect(p, K.RPAR);
    return { type: 'GeneratorExp', start, end: lastEnd(p), elt: first, generators };
  }
  if (p.kinds[p.at] === K.COMMA) {
    const elts = parseRest(p, first, K.RPAR);
    return { type: 'Tuple', start, end: lastEnd(p), elts, ctx: 'Load' };
  }
  if (first.type === 'Starred') throw new SyntaxFailure('cannot use starred expression here', first.start);
  expect(p, K.RPAR);
  return first;
}

/** A comprehension cannot unpack its element (before PEP 798). */
function refuseStarred(element: Expr): void {
  if (element.type === 'Starred')
    throw new SyntaxFailure('iterable unpacking cannot be used in comprehension', element.start);
}

function parseRest(p: ParserState, first: Expr, close: number): Expr[] {
  const elts = [first];
  while (accept(p, K.COMMA)) {
    if (p.kinds[p.at] === close) break;
    elts.push(parseStarNamedExpression(p));
  }
  expect(p, close);
  return elts;
}

function parseList(p: ParserState): Expr {
  const start = p.starts[p.at++];
  if (accept(p, K.RSQB)) return { type: 'List', start, end: lastEnd(p), elts: [], ctx: 'Load' };
  const first = parseStarNamedExpression(p);
  if (isComprehension(p)) {
    refuseStarred(first);
    const generators = parseComprehensions(p);
    expect(p, K.RSQB);
    return { type: 'ListComp', start, end: lastEnd(p), elt: first, generators };
  }
  const elts = parseRest(p, first, K.RSQB);
  return { type: 'List', start, end: lastEnd(p), elts, ctx: 'Load' };
}

function parseDictOrSet(p: ParserState): Expr {
  const start = p.starts[p.at++];
  if (accept(p, K.RBRACE)) return { type: 'Dict', start, end: lastEnd(p), keys: [], values: [] };
  if (p.kinds[p.at] === K.DOUBLESTAR) return parseDict(p, start, null);
  const first = parseStarNamedExpression(p);
  if (p.kinds[p.at] === K.COLON) return parseDict(p, start, first);
  if (isComprehension(p)) {
    refuseStarred(first);
    const generators = parseComprehensions(p);
    expect(p, K.RBRACE);
    return { type: 'SetComp', start, end: lastEnd(p), elt: first, generators };
  }
  const elts = parseRest(p, first, K.RBRACE);
  return { type: 'Set', start, end: lastEnd(p), elts };
}

function parseDict(p: ParserState, start: number, firstKey: Expr | null): Expr {
  const dict: Dict = { type: 'Dict', start, end: start, keys: [], values: [] };
  let key = firstKey;
  for (;;) {
    if (key === null && accept(p, K.DOUBLESTAR)) {
      dict.keys.push(null);
      dict.values.push(parseBinary(p, 6));
    } else {
      const actual = key ?? parseExpression(p);
      expect(p, K.COLON);
      const value = parseExpression(p);
      if (isComprehension(p) && dict.keys.length === 0) {
        const generators = parseComprehensions(p);
        expect(p, K.RBRACE);
        return { type: 'DictComp', start, end: lastEnd(p), key: actual, value, generators };
      }
      dict.keys.push(actual);
      dict.values.push(value);
    }
    key = null;
    if (!accept(p, K.COMMA) || p.kinds[p.at] === K.RBRACE) break;
  }
  expect(p, K.RBRACE);
  dict.end = lastEnd(p);
  return dict;
}
