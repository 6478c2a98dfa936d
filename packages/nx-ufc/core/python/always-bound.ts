import type { Expr, Node, Stmt } from './ast';
import { childrenOf } from './children';
import { parseModule } from './parser';

/**
 * The names that a module certainly binds at top level when it is imported: what only one branch, a loop, a `with` that may
 * swallow an error or `if __name__ == "__main__":` binds is none of them, nor what is deleted. Imports count.
 */
export function alwaysBoundNames(text: string): Set<string> {
  const parsed = parseModule(text);
  return parsed.ok ? boundBy(parsed.module.body) : new Set();
}

function boundBy(body: readonly Stmt[]): Set<string> {
  const names = new Set<string>();
  for (const stmt of body) {
    for (const name of bindings(stmt)) names.add(name);
    if (stmt.type === 'Delete')
      for (const target of stmt.targets) if (target.type === 'Name') names.delete(target.id);
  }
  return names;
}

function bindings(stmt: Stmt): Iterable<string> {
  switch (stmt.type) {
    case 'ClassDef':
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return [stmt.name];
    case 'TypeAlias':
      return [stmt.name.id];
    case 'Assign':
      return stmt.targets.flatMap(storedNames);
    case 'AnnAssign':
      return stmt.value === null ? [] : storedNames(stmt.target);
    case 'Import':
      return stmt.names.map(({ name, asname }) => asname ?? name.split('.')[0]);
    case 'ImportFrom':
      return stmt.names.flatMap(({ name, asname }) => (name === '*' ? [] : (asname ?? name)));
    case 'If':
      return shared([stmt.body, stmt.orelse]);
    case 'Try':
    case 'TryStar': {
      const whole = [...stmt.body, ...stmt.orelse];
      return [...shared([whole, ...stmt.handlers.map(({ body }) => body)]), ...boundBy(stmt.finalbody)];
    }
    default:
      return [];
  }
}

/** Names that every branch binds; after one that raises nothing goes on. */
function shared(branches: readonly (readonly Stmt[])[]): string[] {
  const sets = branches.filter((body) => body.at(-1)?.type !== 'Raise').map(boundBy);
  const [first, ...rest] = sets;
  return [...(first ?? [])].filter((name) => rest.every((set) => set.has(name)));
}

function storedNames(target: Node): string[] {
  const expr = target as Expr;
  if (expr.type === 'Name') return [expr.id];
  const isPattern = expr.type === 'Tuple' || expr.type === 'List' || expr.type === 'Starred';
  return isPattern ? childrenOf(expr).flatMap(storedNames) : [];
}
