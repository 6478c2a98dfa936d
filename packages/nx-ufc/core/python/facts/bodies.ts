import type { Constant, Stmt } from '../ast';
import { leafOf } from './dotted';
import type { BodyKind } from './types';

/** The constant of a docstring; null when the statement is none. */
export function docstringOf(stmt: Stmt | undefined): Constant | null {
  return stmt?.type === 'Expr' && stmt.value.type === 'Constant' && stmt.value.value.kind === 'str'
    ? stmt.value
    : null;
}

/** Whether a body does something: see `BodyKind`. */
export function bodyKind(body: readonly Stmt[]): BodyKind {
  const rest = docstringOf(body[0]) ? body.slice(1) : body;
  if (rest.every(isNothing)) return 'empty';
  return rest.length === 1 && raisesNotImplemented(rest[0]) ? 'not_implemented' : 'normal';
}

/** A handler that hides its exception: only pass, continue, `...` or a string. */
export function isSilent(body: readonly Stmt[]): boolean {
  return body.every((stmt) => isNothing(stmt) || stmt.type === 'Continue' || docstringOf(stmt) !== null);
}

function isNothing(stmt: Stmt): boolean {
  return (
    stmt.type === 'Pass' ||
    (stmt.type === 'Expr' && stmt.value.type === 'Constant' && stmt.value.value.kind === 'ellipsis')
  );
}

function raisesNotImplemented(stmt: Stmt): boolean {
  if (stmt.type !== 'Raise' || stmt.exc === null) return false;
  return leafOf(stmt.exc.type === 'Call' ? stmt.exc.func : stmt.exc) === 'NotImplementedError';
}
