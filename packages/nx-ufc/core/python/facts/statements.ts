import type { Stmt } from '../ast';
import { visitAssignment } from './assignments';
import { docstringOf } from './bodies';
import { visitClass } from './classes';
import { visitIf } from './conditions';
import { recordDunderAll } from './dunder-all';
import { visitExpr } from './expressions';
import { visitFunction } from './functions';
import { visitTry, visitWith } from './guards';
import { visitImport } from './imports';
import { nameSpan } from './name-span';
import { visitCase } from './patterns';
import { bind } from './scopes';
import type { Extraction, Place } from './state';
import { DOCSTRING_USE } from './state';
import { docstringFact, recordString } from './strings';
import { bindTarget, visitDeleted } from './targets';
import type { StringFact } from './types';

export function visitBody(x: Extraction, body: readonly Stmt[], place: Place): void {
  for (const stmt of body) visitStmt(x, stmt, place);
}

/** A body whose first statement may be a docstring. Returns the docstring. */
export function visitDocumentedBody(x: Extraction, body: readonly Stmt[], place: Place): StringFact | null {
  const docstring = docstringOf(body[0]);
  if (!docstring) {
    visitBody(x, body, place);
    return null;
  }
  const first = x.facts.strings.length;
  recordString(x, docstring, place.scopeId, DOCSTRING_USE);
  for (let i = 1; i < body.length; i++) visitStmt(x, body[i], place);
  return docstringFact(docstring, x.facts.strings[first]);
}

function visitStmt(x: Extraction, stmt: Stmt, place: Place): void {
  switch (stmt.type) {
    case 'Expr': {
      // A text by itself is not used for anything: it documents what stands before it.
      const text = docstringOf(stmt);
      if (text) return recordString(x, text, place.scopeId, DOCSTRING_USE);
      recordDunderAll(x, stmt, place);
      visitExpr(x, stmt.value, place);
      return;
    }
    case 'Assign':
    case 'AnnAssign':
    case 'AugAssign':
    case 'TypeAlias':
      return visitAssignment(x, stmt, place);
    case 'If':
      return visitIf(x, stmt, place);
    case 'Return':
      if (stmt.value) visitExpr(x, stmt.value, place);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunction(x, stmt, place);
    case 'ClassDef':
      return visitClass(x, stmt, place);
    case 'Import':
    case 'ImportFrom':
      return visitImport(x, stmt, place);
    case 'Try':
    case 'TryStar':
      return visitTry(x, stmt, place);
    case 'With':
    case 'AsyncWith':
      return visitWith(x, stmt, place);
    default:
      return visitOther(x, stmt, place);
  }
}

function visitOther(x: Extraction, stmt: Stmt, place: Place): void {
  switch (stmt.type) {
    case 'For':
    case 'AsyncFor':
      visitExpr(x, stmt.iter, place);
      bindTarget(x, stmt.target, place);
      visitBody(x, stmt.body, place);
      return visitBody(x, stmt.orelse, place);
    case 'While':
      visitExpr(x, stmt.test, place);
      visitBody(x, stmt.body, place);
      return visitBody(x, stmt.orelse, place);
    case 'Match':
      visitExpr(x, stmt.subject, place);
      for (const item of stmt.cases) visitCase(x, item, place);
      return;
    case 'Raise':
      if (stmt.exc) visitExpr(x, stmt.exc, place);
      if (stmt.cause) visitExpr(x, stmt.cause, place);
      return;
    case 'Assert':
      visitExpr(x, stmt.test, place);
      if (stmt.msg) visitExpr(x, stmt.msg, place);
      return;
    case 'Delete':
      for (const target of stmt.targets) visitDeleted(x, target, place);
      return;
    case 'Global':
    case 'Nonlocal':
      return declare(x, stmt, place);
  }
}

function declare(x: Extraction, stmt: Extract<Stmt, { type: 'Global' | 'Nonlocal' }>, place: Place): void {
  let from = stmt.start;
  for (const name of stmt.names) {
    const span = nameSpan(x.text, name, from, stmt.end);
    from = span.end;
    bind(x, place.scopeId, name, stmt.type === 'Global' ? 'global' : 'nonlocal', span);
    if (stmt.type === 'Nonlocal') x.nonlocals.push({ scopeId: place.scopeId, name });
  }
}
