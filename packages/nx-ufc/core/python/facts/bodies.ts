import type { Expr, Stmt } from '../ast';
import type { BodyKind } from './types';

export function isDocstring(stmt: Stmt | undefined): boolean {
  return stmt?.type === 'Expr' && stmt.value.type === 'Constant' && stmt.value.value.kind === 'str';
}

/** Whether a body does something: see `BodyKind`. */
export function bodyKind(body: readonly Stmt[]): BodyKind {
  const rest = isDocstring(body[0]) ? body.slice(1) : body;
  if (rest.every(isNothing)) return 'empty';
  return rest.length === 1 && raisesNotImplemented(rest[0]) ? 'not_implemented' : 'normal';
}

/** A handler that hides its exception: only pass, continue, `...` or a string. */
export function isSilent(body: readonly Stmt[]): boolean {
  return body.every((stmt) => isNothing(stmt) || stmt.type === 'Continue' || isDocstring(stmt));
}

function isNothing(stmt: Stmt): boolean {
  return (
    stmt.type === 'Pass' ||
    (stmt.type === 'Expr' && stmt.value.type === 'Constant' && stmt.value.value.kind === 'ellipsis')
  );
}

function raisesNotImplemented(stmt: Stmt): boolean {
  if (stmt.type !== 'Raise' || stmt.exc === null) return false;
  const name: Expr = stmt.exc.type === 'Call' ? stmt.exc.func : stmt.exc;
  return name.type === 'Name' && name.id === 'NotImplementedError';
}
