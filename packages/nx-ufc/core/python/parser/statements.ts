import type { ExceptHandler, Expr, If, Keyword, MatchCase, Stmt, WithItem } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { parseFunctionArguments } from './arguments';
import { setContext } from './context';
import {
  parseCallArguments,
  parseExpression,
  parseExpressionList,
  parseNamedExpression,
  parseStarExpressions,
  parseStarNamedExpression,
  parseTargets,
} from './expressions';
import { isMatchStatement, parseCasePattern } from './patterns';
import { parseSimpleStatement } from './simple-statements';
import type { ParserState } from './state';
import { accept, enter, expect, expectIdentifier, isWord, lastEnd, leave, unexpected } from './state';
import { parseTypeParams } from './type-params';

/** Statements up to the end of the file. */
export function parseFile(p: ParserState): Stmt[] {
  const body: Stmt[] = [];
  while (p.kinds[p.at] !== K.EOF) {
    if (p.kinds[p.at] === K.NEWLINE) p.at++;
    else parseStatement(p, body);
  }
  return body;
}

function parseStatement(p: ParserState, body: Stmt[]): void {
  switch (p.kinds[p.at]) {
    case K.K_IF:
      body.push(parseIf(p));
      return;
    case K.K_FOR:
      body.push(parseFor(p, p.starts[p.at], false));
      return;
    case K.K_WHILE:
      body.push(parseWhile(p));
      return;
    case K.K_TRY:
      body.push(parseTry(p));
      return;
    case K.K_WITH:
      body.push(parseWith(p, p.starts[p.at], false));
      return;
    case K.K_DEF:
      body.push(parseFunction(p, p.starts[p.at], [], false));
      return;
    case K.K_CLASS:
      body.push(parseClass(p, []));
      return;
    case K.AT:
      body.push(parseDecorated(p));
      return;
    case K.K_ASYNC:
      body.push(parseAsync(p, []));
      return;
    case K.NAME:
      if (isMatchStatement(p)) {
        body.push(parseMatch(p));
        return;
      }
      break;
  }
  parseSimpleLine(p, body);
}

function parseSimpleLine(p: ParserState, body: Stmt[]): void {
  body.push(parseSimpleStatement(p));
  while (accept(p, K.SEMI)) {
    if (p.kinds[p.at] === K.NEWLINE) break;
    body.push(parseSimpleStatement(p));
  }
  if (p.kinds[p.at] === K.EOF) return;
  if (p.kinds[p.at] !== K.NEWLINE) throw unexpected(p);
  p.at++;
}

/** `:` and an indented block, or simple statements on the same line. */
function parseBlock(p: ParserState): Stmt[] {
  expect(p, K.COLON);
  const body: Stmt[] = [];
  if (!accept(p, K.NEWLINE)) {
    parseSimpleLine(p, body);
    return body;
  }
  enter(p);
  expect(p, K.INDENT);
  while (p.kinds[p.at] !== K.DEDENT) {
    if (p.kinds[p.at] === K.EOF) throw unexpected(p);
    parseStatement(p, body);
  }
  p.at++;
  leave(p);
  return body;
}

/** A compound statement ends with its last token, a final `;` included: not where its last statement ends. */
function blockEnd(p: ParserState): number {
  let at = p.at - 1;
  while (p.kinds[at] === K.NEWLINE || p.kinds[at] === K.DEDENT || p.kinds[at] === K.INDENT) at--;
  return p.ends[at];
}

/** Any number of `elif`s: a loop, since generated code has thousands. */
function parseIf(p: ParserState): If {
  const chain: If[] = [];
  let orelse: Stmt[] = [];
  do {
    const start = p.starts[p.at++];
    const test = parseNamedExpression(p);
    const body = parseBlock(p);
    chain.push({ type: 'If', start, end: start, test, body, orelse: [] });
  } while (p.kinds[p.at] === K.K_ELIF);
  if (accept(p, K.K_ELSE)) orelse = parseBlock(p);
  const end = blockEnd(p);
  for (let i = chain.length - 1; i >= 0; i--) {
    chain[i].orelse = orelse;
    chain[i].end = end;
    orelse = [chain[i]];
  }
  return chain[0];
}

function parseElse(p: ParserState): Stmt[] {
  return accept(p, K.K_ELSE) ? parseBlock(p) : [];
}

function parseWhile(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const test = parseNamedExpression(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { type: 'While', start, end: blockEnd(p), test, body, orelse };
}

function parseFor(p: ParserState, start: number, isAsync: boolean): Stmt {
  expect(p, K.K_FOR);
  const target = parseTargets(p);
  expect(p, K.K_IN);
  const iter = parseStarExpressions(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return {
    type: isAsync ? 'AsyncFor' : 'For',
    start,
    end: blockEnd(p),
    target,
    iter,
    body,
    orelse,
  };
}

function parseTry(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const body = parseBlock(p);
  const handlers: ExceptHandler[] = [];
  let star = false;
  while (p.kinds[p.at] === K.K_EXCEPT) {
    const isStar = p.kinds[p.at + 1] === K.STAR;
    if (handlers.length > 0 && isStar !== star)
      throw new SyntaxFailure("cannot have both 'except' and 'except*' on the same 'try'", p.starts[p.at]);
    star = isStar;
    handlers.push(parseHandler(p));
  }
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  const finalbody = accept(p, K.K_FINALLY) ? parseBlock(p) : [];
  if (handlers.length === 0 && finalbody.length === 0)
    throw new SyntaxFailure("expected 'except' or 'finally' block", p.starts[p.at]);
  const end = blockEnd(p);
  return { type: star ? 'TryStar' : 'Try', start, end, body, handlers, orelse, finalbody };
}

/** `except A as e:`, `except* A:`, and since 3.14 `except A, B:` without parentheses (PEP 758). */
function parseHandler(p: ParserState): ExceptHandler {
  const start = p.starts[p.at++];
  accept(p, K.STAR);
  let exceptionType: Expr | null = null;
  let name: string | null = null;
  if (p.kinds[p.at] !== K.COLON) {
    const typeStart = p.starts[p.at];
    const { items, trailingComma } = parseExpressionList(p);
    const tuple = items.length > 1 || trailingComma;
    exceptionType = tuple
      ? { type: 'Tuple', start: typeStart, end: lastEnd(p), elts: items, ctx: 'Load' }
      : items[0];
    if (accept(p, K.K_AS)) {
      if (tuple)
        throw new SyntaxFailure("multiple exception types must be parenthesized when using 'as'", typeStart);
      name = expectIdentifier(p);
    }
  }
  const body = parseBlock(p);
  return { type: 'ExceptHandler', start, end: blockEnd(p), exceptionType, name, body };
}

function parseWith(p: ParserState, start: number, isAsync: boolean): Stmt {
  expect(p, K.K_WITH);
  const items = parenthesisedItems(p) ?? plainItems(p);
  const body = parseBlock(p);
  return { type: isAsync ? 'AsyncWith' : 'With', start, end: blockEnd(p), items, body };
}

function plainItems(p: ParserState): WithItem[] {
  const items: WithItem[] = [];
  do items.push(parseWithItem(p));
  while (accept(p, K.COMMA));
  return items;
}

/**
 * `with (a as b, c):`. The parentheses may as well belong to an expression: they are those of the statement only when a
 * colon follows and every item inside parses; otherwise the cursor goes back.
 */
function parenthesisedItems(p: ParserState): WithItem[] | null {
  if (p.kinds[p.at] !== K.LPAR || p.kinds[matchingBracket(p, p.at) + 1] !== K.COLON) return null;
  const from = p.at;
  const { depth } = p;
  try {
    p.at++;
    const items: WithItem[] = [];
    do {
      if (items.length > 0 && p.kinds[p.at] === K.RPAR) break;
      items.push(parseWithItem(p));
    } while (accept(p, K.COMMA));
    expect(p, K.RPAR);
    return items;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    p.at = from;
    p.depth = depth;
    return null;
  }
}

function matchingBracket(p: ParserState, open: number): number {
  let depth = 0;
  let at = open;
  for (; p.kinds[at] !== K.EOF; at++) {
    const kind = p.kinds[at];
    if (kind === K.LPAR || kind === K.LSQB || kind === K.LBRACE) depth++;
    else if ((kind === K.RPAR || kind === K.RSQB || kind === K.RBRACE) && --depth === 0) return at;
  }
  return at;
}

function parseWithItem(p: ParserState): WithItem {
  const start = p.starts[p.at];
  const context_expr = parseExpression(p);
  let optional_vars: Expr | null = null;
  if (accept(p, K.K_AS)) {
    optional_vars = parseExpressionTarget(p);
    setContext(optional_vars, 'Store');
  }
  return { type: 'withitem', start, end: lastEnd(p), context_expr, optional_vars };
}

function parseExpressionTarget(p: ParserState): Expr {
  return p.kinds[p.at] === K.STAR ? parseStarNamedExpression(p) : parseExpression(p);
}

function parseDecorated(p: ParserState): Stmt {
  const decorators: Expr[] = [];
  while (accept(p, K.AT)) {
    decorators.push(parseNamedExpression(p));
    expect(p, K.NEWLINE);
  }
  if (p.kinds[p.at] === K.K_CLASS) return parseClass(p, decorators);
  if (p.kinds[p.at] === K.K_ASYNC) return parseAsync(p, decorators);
  return parseFunction(p, p.starts[p.at], decorators, false);
}

function parseAsync(p: ParserState, decorators: Expr[]): Stmt {
  const start = p.starts[p.at++];
  if (p.kinds[p.at] === K.K_DEF) return parseFunction(p, start, decorators, true);
  if (decorators.length > 0) throw unexpected(p, K.K_DEF);
  if (p.kinds[p.at] === K.K_FOR) return parseFor(p, start, true);
  if (p.kinds[p.at] === K.K_WITH) return parseWith(p, start, true);
  throw unexpected(p, K.K_DEF);
}

function parseFunction(p: ParserState, start: number, decorator_list: Expr[], isAsync: boolean): Stmt {
  expect(p, K.K_DEF);
  const nameStart = p.starts[p.at];
  const name = expectIdentifier(p);
  const nameEnd = lastEnd(p);
  const type_params = parseTypeParams(p);
  expect(p, K.LPAR);
  const args = parseFunctionArguments(p);
  expect(p, K.RPAR);
  const returns = accept(p, K.ARROW) ? parseExpression(p) : null;
  const body = parseBlock(p);
  const end = blockEnd(p);
  const type = isAsync ? 'AsyncFunctionDef' : 'FunctionDef';
  return { type, start, end, name, nameStart, nameEnd, args, body, decorator_list, returns, type_params };
}

function parseClass(p: ParserState, decorator_list: Expr[]): Stmt {
  const start = p.starts[p.at++];
  const nameStart = p.starts[p.at];
  const name = expectIdentifier(p);
  const nameEnd = lastEnd(p);
  const type_params = parseTypeParams(p);
  const bases: Expr[] = [];
  const keywords: Keyword[] = [];
  if (p.kinds[p.at] === K.LPAR) parseCallArguments(p, bases, keywords);
  const body = parseBlock(p);
  return {
    type: 'ClassDef',
    start,
    end: blockEnd(p),
    name,
    nameStart,
    nameEnd,
    bases,
    keywords,
    body,
    decorator_list,
    type_params,
  };
}

function parseMatch(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const subject = parseSubject(p);
  expect(p, K.COLON);
  expect(p, K.NEWLINE);
  expect(p, K.INDENT);
  enter(p);
  const cases: MatchCase[] = [];
  while (isWord(p, p.at, 'case')) cases.push(parseCase(p));
  leave(p);
  expect(p, K.DEDENT);
  return { type: 'Match', start, end: blockEnd(p), subject, cases };
}

function parseSubject(p: ParserState): Expr {
  const start = p.starts[p.at];
  const first = parseStarNamedExpression(p);
  if (p.kinds[p.at] !== K.COMMA) return first;
  const elts = [first];
  while (accept(p, K.COMMA)) {
    if (p.kinds[p.at] === K.COLON) break;
    elts.push(parseStarNamedExpression(p));
  }
  return { type: 'Tuple', start, end: lastEnd(p), elts, ctx: 'Load' };
}

function parseCase(p: ParserState): MatchCase {
  const start = p.starts[p.at++];
  const pattern = parseCasePattern(p);
  const guard = accept(p, K.K_IF) ? parseNamedExpression(p) : null;
  const body = parseBlock(p);
  return { type: 'match_case', start, end: blockEnd(p), pattern, guard, body };
}
