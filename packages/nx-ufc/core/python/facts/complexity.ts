import type { Pattern, Stmt } from '../ast';

/**
 * Cyclomatic complexity of a function body, as ruff's rule C901 counts it
 * (crates/ruff_linter/src/rules/mccabe/rules/function_is_too_complex.rs): one, plus one for every branch, handler,
 * loop, case and nested function.
 */
export function complexityOf(body: readonly Stmt[]): number {
  return 1 + branches(body);
}

function branches(body: readonly Stmt[]): number {
  let count = 0;
  for (const stmt of body) count += branchesOf(stmt);
  return count;
}

function branchesOf(stmt: Stmt): number {
  switch (stmt.type) {
    case 'If':
      return branchesOfIf(stmt);
    case 'Try':
    case 'TryStar':
      return (
        branches(stmt.body) +
        (stmt.orelse.length > 0 ? 1 : 0) +
        branches(stmt.orelse) +
        branches(stmt.finalbody) +
        stmt.handlers.reduce((sum, handler) => sum + 1 + branches(handler.body), 0)
      );
    case 'For':
    case 'AsyncFor':
    case 'While':
      return 1 + branches(stmt.body) + branches(stmt.orelse);
    case 'With':
    case 'AsyncWith':
    case 'ClassDef':
      return branches(stmt.body);
    case 'Match': {
      const last = stmt.cases[stmt.cases.length - 1];
      const isDefault = last && last.guard === null && isIrrefutable(last.pattern);
      return stmt.cases.reduce((sum, item) => sum + 1 + branches(item.body), isDefault ? -1 : 0);
    }
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return 1 + branches(stmt.body);
    default:
      return 0;
  }
}

function branchesOfIf(first: Extract<Stmt, { type: 'If' }>): number {
  let count = 0;
  let current: Stmt | undefined = first;
  while (current?.type === 'If') {
    count += 1 + branches(current.body);
    const orelse: Stmt[] = current.orelse;
    if (orelse.length !== 1 || orelse[0].type !== 'If') return count + branches(orelse);
    current = orelse[0];
  }
  return count;
}

function isIrrefutable(pattern: Pattern): boolean {
  if (pattern.type === 'MatchAs') return pattern.pattern === null || isIrrefutable(pattern.pattern);
  return pattern.type === 'MatchOr' && pattern.patterns.some(isIrrefutable);
}
