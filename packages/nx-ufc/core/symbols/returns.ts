import type { Expr, Stmt } from '../python/ast';

/** The expressions that a function returns, nested functions left out. */
export function returnsOf(body: readonly Stmt[]): Expr[] {
  return body.flatMap((statement): Expr[] => {
    if (statement.type === 'Return') return statement.value ? [statement.value] : [];
    if (statement.type === 'If' || statement.type === 'For' || statement.type === 'While')
      return [...returnsOf(statement.body), ...returnsOf(statement.orelse)];
    if (statement.type === 'With' || statement.type === 'AsyncWith') return returnsOf(statement.body);
    if (statement.type === 'Try')
      return [statement.body, statement.orelse, statement.finalbody].flatMap(returnsOf);
    return [];
  });
}
