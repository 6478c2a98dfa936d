import type { Call, Expr, Stmt } from '../python/ast';

/** Every call that stands in statements, nested functions included, callees before what they are called with. */
export function callsIn(body: readonly Stmt[]): Call[] {
  const found: Call[] = [];
  for (const statement of body) visit(statement, found);
  return found;
}

function visit(node: Stmt | Expr | object | null, found: Call[]): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item as object, found);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if ((node as { type?: string }).type === 'Call') found.push(node as Call);
  for (const part of Object.values(node)) if (typeof part === 'object') visit(part as object, found);
}
