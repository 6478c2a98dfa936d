import type { Stmt } from '../python/ast';
import type { FunctionNode } from '../symbols/call-run';

export interface FoundFunction {
  node: FunctionNode;
  /** The name that calls of it have: that of the class for `__init__`. */
  calledAs: string;
}

/** The functions that statements define, methods and nested functions included. */
export function functionsIn(body: readonly Stmt[], cls: string | null = null): FoundFunction[] {
  const inside = (part: readonly Stmt[]) => functionsIn(part, cls);
  return body.flatMap((statement): FoundFunction[] => {
    switch (statement.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        const calledAs = cls !== null && statement.name === '__init__' ? cls : statement.name;
        return [{ node: statement, calledAs }, ...functionsIn(statement.body)];
      }
      case 'ClassDef':
        return functionsIn(statement.body, statement.name);
      case 'With':
      case 'AsyncWith':
        return inside(statement.body);
      case 'If':
      case 'For':
      case 'While':
        return [...inside(statement.body), ...inside(statement.orelse)];
      case 'Try':
        return [
          statement.body,
          ...statement.handlers.map((one) => one.body),
          statement.orelse,
          statement.finalbody,
        ].flatMap(inside);
      default:
        return [];
    }
  });
}
