import type { Stmt } from '../python/ast';
import type { FunctionNode } from '../symbols/call-run';

/** The functions that statements define, methods and nested functions included. */
export function functionsIn(body: readonly Stmt[]): FunctionNode[] {
  return body.flatMap((statement): FunctionNode[] => {
    switch (statement.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return [statement, ...functionsIn(statement.body)];
      case 'ClassDef':
      case 'With':
      case 'AsyncWith':
        return functionsIn(statement.body);
      case 'If':
      case 'For':
      case 'While':
        return [...functionsIn(statement.body), ...functionsIn(statement.orelse)];
      case 'Try':
        return [
          statement.body,
          ...statement.handlers.map((one) => one.body),
          statement.orelse,
          statement.finalbody,
        ].flatMap(functionsIn);
      default:
        return [];
    }
  });
}
