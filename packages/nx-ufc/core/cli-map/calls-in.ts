import type { Call, Expr, Name, Stmt } from '../python/ast';

/** Every call that stands in statements, nested functions included, callees before what they are called with. */
export function callsIn(body: readonly (Stmt | Expr)[]): Call[] {
  const found: Call[] = [];
  visit(body, (node) => {
    if (node.type === 'Call') found.push(node);
  });
  return found;
}

/** Every name that stands in statements, nested functions included. */
export function namesIn(body: readonly Stmt[]): Name[] {
  const found: Name[] = [];
  visit(body, (node) => {
    if (node.type === 'Name') found.push(node);
  });
  return found;
}

function visit(node: object | null, meet: (node: Expr) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item as object, meet);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if ('type' in node) meet(node as Expr);
  for (const part of Object.values(node)) if (typeof part === 'object') visit(part as object, meet);
}
