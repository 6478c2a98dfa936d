import type {
  BinaryOperator,
  BoolOp,
  Comprehension,
  Expr,
  Keyword,
  Lambda,
  Name,
  Starred,
  CompareOperator,
} from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { parseAtom } from './atoms';
import { parseLambdaArguments } from './arguments';
import { setContext } from './context';
import type { ParserState } from './state';
import { accept, enter, expect, expectIdentifier, lastEnd, leave, unexpected } from './state';

/** Can a token of this kind begin an expression? */
export function startsExpression(kind: number): boolean {
  switch (kind) {
    case K.NAME:
    case K.NUMBER:
    case K.STRING:
    case K.FSTART:
    case K.LPAR:
    case K.LSQB:
    case K.LBRACE:
    case K.ELLIPSIS:
    case K.TILDE:
    case K.PLUS:
    case K.MINUS:
    case K.STAR:
    case K.K_FALSE:
    case K.K_NONE:
    case K.K_TRUE:
    case K.K_AWAIT:
    case K.K_LAMBDA:
    case K.K_NOT:
    case K.K_YIELD:
      return true;
    default:
      return false;
  }
}

/** Tokens that are an expression on their own, and tokens that no expression goes on with. */
const SINGLE = new Uint8Array(256);
for (const kind of [K.NAME, K.NUMBER, K.STRING, K.ELLIPSIS, K.K_FALSE, K.K_NONE, K.K_TRUE]) SINGLE[kind] = 1;
const CLOSING = new Uint8Array(256);
for (const kind of [K.NEWLINE, K.COMMA, K.COLON, K.SEMI, K.EQUAL, K.RPAR, K.RSQB, K.RBRACE])
  CLOSING[kind] = 1;

/** Most expressions are one token: the next one tells, without going down all levels of the grammar. */
function isSingle({ kinds, at }: ParserState): boolean {
  return CLOSING[kinds[at + 1]] === 1 && SINGLE[kinds[at]] === 1;
}

/** `star_expressions`: one expression or a tuple without parentheses; starred elements allowed. */
export function parseStarExpressions(p: ParserState): Expr {
  const start = p.starts[p.at];
  const first = parseStarExpression(p);
  return p.kinds[p.at] === K.COMMA ? tupleFrom(p, first, start, parseStarExpression) : first;
}

function tupleFrom(p: ParserState, first: Expr, start: number, parseElement: (p: ParserState) => Expr): Expr {
  const elts = [first];
  while (accept(p, K.COMMA)) {
    if (!startsExpression(p.kinds[p.at]) || p.kinds[p.at] === K.K_YIELD) break;
    elts.push(parseElement(p));
  }
  return { type: 'Tuple', start, end: lastEnd(p), elts, ctx: 'Load' };
}

export function parseStarExpression(p: ParserState): Expr {
  return p.kinds[p.at] === K.STAR ? parseStarred(p) : parseExpression(p);
}

function parseStarred(p: ParserState): Starred {
  const start = p.starts[p.at++];
  const value = parseBinary(p, 6);
  return { type: 'Starred', start, end: value.end > lastEnd(p) ? value.end : lastEnd(p), value, ctx: 'Load' };
}

/** `star_named_expression`: element of a list, set or tuple display. */
export function parseStarNamedExpression(p: ParserState): Expr {
  return p.kinds[p.at] === K.STAR ? parseStarred(p) : parseNamedExpression(p);
}

/** `named_expression`: an expression or `name := expression`. */
export function parseNamedExpression(p: ParserState): Expr {
  if (p.kinds[p.at] === K.NAME && p.kinds[p.at + 1] === K.WALRUS) {
    const start = p.starts[p.at];
    const end = p.ends[p.at];
    const target: Name = { type: 'Name', start, end, id: expectIdentifier(p), ctx: 'Store' };
    p.at++;
    const value = parseExpression(p);
    return { type: 'NamedExpr', start, end: lastEnd(p), target, value };
  }
  return parseExpression(p);
}

/** `yield_expr | star_expressions`: the right side of an assignment. */
export function parseValue(p: ParserState): Expr {
  return p.kinds[p.at] === K.K_YIELD ? parseYield(p) : parseStarExpressions(p);
}

export function parseYield(p: ParserState): Expr {
  const start = p.starts[p.at++];
  if (accept(p, K.K_FROM)) {
    const value = parseExpression(p);
    return { type: 'YieldFrom', start, end: lastEnd(p), value };
  }
  const value = startsExpression(p.kinds[p.at]) ? parseStarExpressions(p) : null;
  return { type: 'Yield', start, end: lastEnd(p), value };
}

/** `expression`: disjunction, conditional expression or lambda. */
export function parseExpression(p: ParserState): Expr {
  if (isSingle(p)) return parseAtom(p);
  if (p.kinds[p.at] === K.K_LAMBDA) return parseLambda(p);
  enter(p);
  const start = p.starts[p.at];
  let result = parseDisjunction(p);
  if (p.kinds[p.at] === K.K_IF) {
    p.at++;
    const test = parseDisjunction(p);
    expect(p, K.K_ELSE);
    const orelse = parseExpression(p);
    result = { type: 'IfExp', start, end: lastEnd(p), test, body: result, orelse };
  }
  leave(p);
  return result;
}

function parseLambda(p: ParserState): Lambda {
  enter(p);
  const start = p.starts[p.at++];
  const args = parseLambdaArguments(p);
  expect(p, K.COLON);
  const body = parseExpression(p);
  leave(p);
  return { type: 'Lambda', start, end: lastEnd(p), args, body };
}

/** `disjunction`: what a comprehension iterates over and its conditions are. */
function parseDisjunction(p: ParserState): Expr {
  return parseBoolean(p, K.K_OR);
}

function parseBoolean(p: ParserState, kind: number): Expr {
  const start = p.starts[p.at];
  const first = kind === K.K_OR ? parseBoolean(p, K.K_AND) : parseInversion(p);
  if (p.kinds[p.at] !== kind) return first;
  const values = [first];
  while (accept(p, kind)) values.push(kind === K.K_OR ? parseBoolean(p, K.K_AND) : parseInversion(p));
  const node: BoolOp = { type: 'BoolOp', start, end: lastEnd(p), op: kind === K.K_OR ? 'Or' : 'And', values };
  return node;
}

function parseInversion(p: ParserState): Expr {
  if (p.kinds[p.at] !== K.K_NOT) return parseComparison(p);
  enter(p);
  const start = p.starts[p.at++];
  const operand = parseInversion(p);
  leave(p);
  return { type: 'UnaryOp', start, end: lastEnd(p), op: 'Not', operand };
}

function parseComparison(p: ParserState): Expr {
  const start = p.starts[p.at];
  const left = parseBinary(p, 6);
  let op = comparisonOperator(p);
  if (op === null) return left;
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  while (op !== null) {
    ops.push(op);
    comparators.push(parseBinary(p, 6));
    op = comparisonOperator(p);
  }
  return { type: 'Compare', start, end: lastEnd(p), left, ops, comparators };
}

function comparisonOperator(p: ParserState): CompareOperator | null {
  switch (p.kinds[p.at]) {
    case K.EQEQUAL:
      p.at++;
      return 'Eq';
    case K.NOTEQUAL:
      if (p.text.charCodeAt(p.starts[p.at]) === 60)
        throw new SyntaxFailure("Python 2 syntax: '<>' is now '!='", p.starts[p.at]);
      p.at++;
      return 'NotEq';
    case K.LESS:
      p.at++;
      return 'Lt';
    case K.LESSEQUAL:
      p.at++;
      return 'LtE';
    case K.GREATER:
      p.at++;
      return 'Gt';
    case K.GREATEREQUAL:
      p.at++;
      return 'GtE';
    case K.K_IN:
      p.at++;
      return 'In';
    case K.K_IS:
      p.at++;
      return accept(p, K.K_NOT) ? 'IsNot' : 'Is';
    case K.K_NOT:
      if (p.kinds[p.at + 1] !== K.K_IN) return null;
      p.at += 2;
      return 'NotIn';
    default:
      return null;
  }
}

const BINARY: (BinaryOperator | undefined)[] = [];
const PRECEDENCE = new Uint8Array(256);
const define = (kind: number, op: BinaryOperator, precedence: number) => {
  BINARY[kind] = op;
  PRECEDENCE[kind] = precedence;
};
define(K.VBAR, 'BitOr', 6);
define(K.CIRCUMFLEX, 'BitXor', 7);
define(K.AMPER, 'BitAnd', 8);
define(K.LSHIFT, 'LShift', 9);
define(K.RSHIFT, 'RShift', 9);
define(K.PLUS, 'Add', 10);
define(K.MINUS, 'Sub', 10);
define(K.STAR, 'Mult', 11);
define(K.SLASH, 'Div', 11);
define(K.DOUBLESLASH, 'FloorDiv', 11);
define(K.PERCENT, 'Mod', 11);
define(K.AT, 'MatMult', 11);

/** Operators by precedence climbing; chains of one level are a loop, so their length is not bounded by the stack. */
export function parseBinary(p: ParserState, minimum: number): Expr {
  if (isSingle(p)) return parseAtom(p);
  const start = p.starts[p.at];
  let left = parseFactor(p);
  for (;;) {
    const kind = p.kinds[p.at];
    const precedence = PRECEDENCE[kind];
    if (precedence < minimum) return left;
    p.at++;
    const right = parseBinary(p, precedence + 1);
    left = { type: 'BinOp', start, end: lastEnd(p), left, op: BINARY[kind]!, right };
  }
}

function parseFactor(p: ParserState): Expr {
  const kind = p.kinds[p.at];
  if (kind === K.MINUS || kind === K.PLUS || kind === K.TILDE) {
    enter(p);
    const start = p.starts[p.at++];
    const operand = parseFactor(p);
    leave(p);
    return {
      type: 'UnaryOp',
      start,
      end: lastEnd(p),
      op: kind === K.MINUS ? 'USub' : kind === K.PLUS ? 'UAdd' : 'Invert',
      operand,
    };
  }
  const start = p.starts[p.at];
  const base = kind === K.K_AWAIT ? parseAwait(p) : parsePrimary(p);
  if (p.kinds[p.at] !== K.DOUBLESTAR) return base;
  enter(p);
  p.at++;
  const right = parseFactor(p);
  leave(p);
  return { type: 'BinOp', start, end: lastEnd(p), left: base, op: 'Pow', right };
}

function parseAwait(p: ParserState): Expr {
  const start = p.starts[p.at++];
  const value = parsePrimary(p);
  return { type: 'Await', start, end: lastEnd(p), value };
}

/** An atom with its trailers: attributes, calls, subscripts. */
function parsePrimary(p: ParserState): Expr {
  const start = p.starts[p.at];
  let expr = parseAtom(p);
  for (;;) {
    switch (p.kinds[p.at]) {
      case K.DOT: {
        p.at++;
        const attr = expectIdentifier(p);
        expr = { type: 'Attribute', start, end: lastEnd(p), value: expr, attr, ctx: 'Load' };
        break;
      }
      case K.LPAR: {
        const args: Expr[] = [];
        const keywords: Keyword[] = [];
        parseCallArguments(p, args, keywords);
        expr = { type: 'Call', start, end: lastEnd(p), func: expr, args, keywords };
        break;
      }
      case K.LSQB: {
        p.at++;
        const slice = parseSlices(p);
        expect(p, K.RSQB);
        expr = { type: 'Subscript', start, end: lastEnd(p), value: expr, slice, ctx: 'Load' };
        break;
      }
      default:
        return expr;
    }
  }
}

/** Arguments of a call or of a class definition, parentheses included. */
export function parseCallArguments(p: ParserState, args: Expr[], keywords: Keyword[]): void {
  const open = p.starts[p.at++];
  enter(p);
  while (p.kinds[p.at] !== K.RPAR) {
    const start = p.starts[p.at];
    const kind = p.kinds[p.at];
    if (kind === K.STAR) {
      p.at++;
      const value = parseExpression(p);
      args.push({ type: 'Starred', start, end: lastEnd(p), value, ctx: 'Load' });
    } else if (kind === K.DOUBLESTAR) {
      p.at++;
      const value = parseExpression(p);
      keywords.push({ type: 'keyword', start, end: lastEnd(p), arg: null, value });
    } else if (kind === K.NAME && p.kinds[p.at + 1] === K.EQUAL) {
      const arg = expectIdentifier(p);
      p.at++;
      const value = parseExpression(p);
      keywords.push({ type: 'keyword', start, end: lastEnd(p), arg, value });
    } else {
      const value = parseNamedExpression(p);
      if (p.kinds[p.at] === K.K_FOR || p.kinds[p.at] === K.K_ASYNC) {
        const generators = parseComprehensions(p);
        const only = args.length === 0 && keywords.length === 0 && p.kinds[p.at] === K.RPAR;
        if (!only) throw new SyntaxFailure('Generator expression must be parenthesized', start);
        args.push({ type: 'GeneratorExp', start: open, end: p.ends[p.at], elt: value, generators });
        break;
      }
      if (keywords.length > 0) {
        const unpacked = keywords.some((k) => k.arg === null);
        throw new SyntaxFailure(
          `positional argument follows keyword argument${unpacked ? ' unpacking' : ''}`,
          start,
        );
      }
      args.push(value);
    }
    if (!accept(p, K.COMMA)) break;
  }
  leave(p);
  expect(p, K.RPAR);
}

function parseSlices(p: ParserState): Expr {
  const start = p.starts[p.at];
  const first = parseSlice(p);
  if (p.kinds[p.at] !== K.COMMA) {
    if (first.type !== 'Starred') return first;
    return { type: 'Tuple', start, end: lastEnd(p), elts: [first], ctx: 'Load' };
  }
  const elts = [first];
  while (accept(p, K.COMMA)) {
    if (p.kinds[p.at] === K.RSQB) break;
    elts.push(parseSlice(p));
  }
  return { type: 'Tuple', start, end: lastEnd(p), elts, ctx: 'Load' };
}

function parseSlice(p: ParserState): Expr {
  const start = p.starts[p.at];
  if (p.kinds[p.at] === K.STAR) {
    p.at++;
    const value = parseExpression(p);
    return { type: 'Starred', start, end: lastEnd(p), value, ctx: 'Load' };
  }
  const lower = p.kinds[p.at] === K.COLON ? null : parseNamedExpression(p);
  if (p.kinds[p.at] !== K.COLON) return lower!;
  const bound = () => {
    const kind = p.kinds[p.at];
    return kind === K.COLON || kind === K.COMMA || kind === K.RSQB ? null : parseExpression(p);
  };
  p.at++;
  const upper = bound();
  const step = accept(p, K.COLON) ? bound() : null;
  return { type: 'Slice', start, end: lastEnd(p), lower, upper, step };
}

/** The `for … in … if …` clauses of a comprehension. */
export function parseComprehensions(p: ParserState): Comprehension[] {
  const generators: Comprehension[] = [];
  for (;;) {
    const start = p.starts[p.at];
    const isAsync = p.kinds[p.at] === K.K_ASYNC;
    if (isAsync && p.kinds[p.at + 1] !== K.K_FOR) throw unexpected(p);
    if (isAsync) p.at++;
    else if (p.kinds[p.at] !== K.K_FOR) return generators;
    p.at++;
    const target = parseTargets(p);
    expect(p, K.K_IN);
    const iter = parseDisjunction(p);
    const ifs: Expr[] = [];
    while (accept(p, K.K_IF)) ifs.push(parseDisjunction(p));
    generators.push({
      type: 'comprehension',
      start,
      end: lastEnd(p),
      target,
      iter,
      ifs,
      is_async: isAsync ? 1 : 0,
    });
  }
}

/** `star_targets`: what a `for` assigns to, up to `in`. */
export function parseTargets(p: ParserState): Expr {
  const start = p.starts[p.at];
  const element = (q: ParserState): Expr => (q.kinds[q.at] === K.STAR ? parseStarred(q) : parseBinary(q, 6));
  const first = element(p);
  const target = p.kinds[p.at] === K.COMMA ? tupleFrom(p, first, start, element) : first;
  setContext(target, 'Store');
  return target;
}

/** Expressions separated by commas up to a token that cannot begin one: `del`, decorators, `except` lists. */
export function parseExpressionList(p: ParserState): { items: Expr[]; trailingComma: boolean } {
  const items = [parseExpression(p)];
  let trailingComma = false;
  while (accept(p, K.COMMA)) {
    trailingComma = !startsExpression(p.kinds[p.at]);
    if (trailingComma) break;
    items.push(parseExpression(p));
  }
  return { items, trailingComma };
}
