import type { Alias, Expr, Import, ImportFrom, Stmt } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { AUGMENTED_OPERATORS } from '../lexer/operators';
import { setContext, setSingleTarget } from './context';
import {
  parseExpression,
  parseExpressionList,
  parseStarExpressions,
  parseValue,
  startsExpression,
} from './expressions';
import type { ParserState } from './state';
import { accept, expect, expectIdentifier, identifierAt, isWord, lastEnd, unexpected } from './state';
import { parseTypeParams } from './type-params';

/** One statement of a line; the caller handles `;` and the end of the line. */
export function parseSimpleStatement(p: ParserState): Stmt {
  const start = p.starts[p.at];
  switch (p.kinds[p.at]) {
    case K.K_PASS:
      p.at++;
      return { type: 'Pass', start, end: lastEnd(p) };
    case K.K_BREAK:
      p.at++;
      return { type: 'Break', start, end: lastEnd(p) };
    case K.K_CONTINUE:
      p.at++;
      return { type: 'Continue', start, end: lastEnd(p) };
    case K.K_RETURN: {
      p.at++;
      const value = startsExpression(p.kinds[p.at]) ? parseStarExpressions(p) : null;
      return { type: 'Return', start, end: lastEnd(p), value };
    }
    case K.K_RAISE:
      return parseRaise(p);
    case K.K_GLOBAL:
    case K.K_NONLOCAL:
      return parseScopeStatement(p);
    case K.K_DEL:
      return parseDelete(p);
    case K.K_ASSERT: {
      p.at++;
      const test = parseExpression(p);
      const msg = accept(p, K.COMMA) ? parseExpression(p) : null;
      return { type: 'Assert', start, end: lastEnd(p), test, msg };
    }
    case K.K_IMPORT:
      return parseImport(p);
    case K.K_FROM:
      return parseImportFrom(p);
    default:
      return isTypeAlias(p) ? parseTypeAlias(p) : parseExpressionStatement(p);
  }
}

function parseRaise(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const exc = startsExpression(p.kinds[p.at]) ? parseExpression(p) : null;
  if (exc && p.kinds[p.at] === K.COMMA)
    throw new SyntaxFailure('Python 2 syntax: raise with a comma', p.starts[p.at]);
  const cause = exc && accept(p, K.K_FROM) ? parseExpression(p) : null;
  return { type: 'Raise', start, end: lastEnd(p), exc, cause };
}

function parseScopeStatement(p: ParserState): Stmt {
  const start = p.starts[p.at];
  const type = p.kinds[p.at++] === K.K_GLOBAL ? 'Global' : 'Nonlocal';
  const names = [expectIdentifier(p)];
  while (accept(p, K.COMMA)) names.push(expectIdentifier(p));
  return { type, start, end: lastEnd(p), names };
}

function parseDelete(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const { items } = parseExpressionList(p);
  for (const target of items) setContext(target, 'Del');
  return { type: 'Delete', start, end: lastEnd(p), targets: items };
}

function parseImport(p: ParserState): Import {
  const start = p.starts[p.at++];
  const names: Alias[] = [];
  do names.push(parseDottedAlias(p));
  while (accept(p, K.COMMA));
  return { type: 'Import', start, end: lastEnd(p), names };
}

function parseDottedAlias(p: ParserState): Alias {
  const start = p.starts[p.at];
  const name = parseDottedName(p);
  return withAlias(p, start, name);
}

function parseDottedName(p: ParserState): string {
  let name = expectIdentifier(p);
  while (accept(p, K.DOT)) name += `.${expectIdentifier(p)}`;
  return name;
}

function withAlias(p: ParserState, start: number, name: string): Alias {
  const nameEnd = lastEnd(p);
  let asname: string | null = null;
  let asnameStart = -1;
  if (accept(p, K.K_AS)) {
    asnameStart = p.starts[p.at];
    asname = expectIdentifier(p);
  }
  return { type: 'alias', start, end: lastEnd(p), name, asname, nameEnd, asnameStart };
}

function parseImportFrom(p: ParserState): ImportFrom {
  const start = p.starts[p.at++];
  const moduleStart = p.starts[p.at];
  let level = 0;
  for (;;) {
    if (accept(p, K.DOT)) level++;
    else if (accept(p, K.ELLIPSIS)) level += 3;
    else break;
  }
  const module = p.kinds[p.at] === K.NAME ? parseDottedName(p) : null;
  if (module === null && level === 0) throw unexpected(p, K.NAME);
  const moduleEnd = lastEnd(p);
  expect(p, K.K_IMPORT);
  const names = parseImportedNames(p);
  return { type: 'ImportFrom', start, end: lastEnd(p), module, names, level, moduleStart, moduleEnd };
}

function parseImportedNames(p: ParserState): Alias[] {
  if (p.kinds[p.at] === K.STAR) {
    const start = p.starts[p.at++];
    return [
      {
        type: 'alias',
        start,
        end: lastEnd(p),
        name: '*',
        asname: null,
        nameEnd: lastEnd(p),
        asnameStart: -1,
      },
    ];
  }
  const parenthesised = accept(p, K.LPAR);
  const names: Alias[] = [];
  do {
    if (parenthesised && names.length > 0 && p.kinds[p.at] === K.RPAR) break;
    const start = p.starts[p.at];
    names.push(withAlias(p, start, expectIdentifier(p)));
  } while (accept(p, K.COMMA));
  if (parenthesised) expect(p, K.RPAR);
  return names;
}

/** `type X = …`, `type X[T] = …` (PEP 695): `type` is a name everywhere else. */
function isTypeAlias(p: ParserState): boolean {
  const after = p.kinds[p.at + 2];
  return isWord(p, p.at, 'type') && p.kinds[p.at + 1] === K.NAME && (after === K.EQUAL || after === K.LSQB);
}

function parseTypeAlias(p: ParserState): Stmt {
  const start = p.starts[p.at++];
  const nameStart = p.starts[p.at];
  const nameEnd = p.ends[p.at];
  const id = identifierAt(p, p.at++);
  const type_params = parseTypeParams(p);
  expect(p, K.EQUAL);
  const value = parseExpression(p);
  return {
    type: 'TypeAlias',
    start,
    end: lastEnd(p),
    name: { type: 'Name', start: nameStart, end: nameEnd, id, ctx: 'Store' },
    type_params,
    value,
  };
}

function parseExpressionStatement(p: ParserState): Stmt {
  const start = p.starts[p.at];
  const parenthesised = p.kinds[p.at] === K.LPAR;
  refusePython2(p);
  const value = parseValue(p);
  const kind = p.kinds[p.at];
  if (kind === K.EQUAL) return parseAssign(p, start, value);
  if (kind === K.COLON) {
    setSingleTarget(value);
    p.at++;
    const annotation = parseExpression(p);
    const assigned = accept(p, K.EQUAL) ? parseValue(p) : null;
    const simple = value.type === 'Name' && !parenthesised ? 1 : 0;
    return { type: 'AnnAssign', start, end: lastEnd(p), target: value, annotation, value: assigned, simple };
  }
  if (kind >= K.AUG_FIRST && kind <= K.AUG_LAST) {
    setSingleTarget(value);
    p.at++;
    const right = parseValue(p);
    return {
      type: 'AugAssign',
      start,
      end: lastEnd(p),
      target: value,
      op: AUGMENTED_OPERATORS[kind - K.AUG_FIRST],
      value: right,
    };
  }
  return { type: 'Expr', start, end: lastEnd(p), value };
}

function parseAssign(p: ParserState, start: number, first: Expr): Stmt {
  const targets: Expr[] = [];
  let value = first;
  while (accept(p, K.EQUAL)) {
    setContext(value, 'Store');
    targets.push(value);
    value = parseValue(p);
  }
  return { type: 'Assign', start, end: lastEnd(p), targets, value };
}

/** `print "x"` and `exec "x"`: two expressions side by side are an error anyway; say which one it is. */
function refusePython2(p: ParserState): void {
  const next = p.kinds[p.at + 1];
  const sideBySide = next === K.STRING || next === K.NAME || next === K.NUMBER || next === K.FSTART;
  if (!sideBySide || p.kinds[p.at] !== K.NAME) return;
  for (const word of ['print', 'exec']) {
    if (isWord(p, p.at, word))
      throw new SyntaxFailure(`Python 2 syntax: missing parentheses in call to '${word}'`, p.starts[p.at]);
  }
}
