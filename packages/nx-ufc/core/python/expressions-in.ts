import type { Expr, Node, Stmt } from './ast';
import { childrenOf } from './children';

const SCOPES: ReadonlySet<string> = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);

/** Every node below statements, those of nested functions and classes left out, outer before inner. */
export function expressionsIn(body: readonly Stmt[]): Expr[] {
  const found: Expr[] = [];
  const visit = (node: Node) => {
    if (SCOPES.has(node.type)) return;
    found.push(node as Expr);
    childrenOf(node).forEach(visit);
  };
  body.forEach(visit);
  return found;
}
