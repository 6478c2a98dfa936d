import type { Expr, Stmt } from '../ast';
import type { Extraction, Place } from './state';

/** Collect what `__all__` says: list and tuple literals, `+=`, `extend`, `append`. Anything else makes it incomplete. */
export function recordDunderAll(x: Extraction, stmt: Stmt, place: Place): void {
  if (place.scopeId !== 0) return;
  if (stmt.type === 'Assign' && stmt.targets.some(isAll)) collect(x, stmt.value);
  else if (stmt.type === 'AnnAssign' && isAll(stmt.target) && stmt.value) collect(x, stmt.value);
  else if (stmt.type === 'AugAssign' && isAll(stmt.target)) collect(x, stmt.value);
  else if (
    stmt.type === 'Expr' &&
    stmt.value.type === 'Call' &&
    stmt.value.func.type === 'Attribute' &&
    isAll(stmt.value.func.value)
  ) {
    const { attr } = stmt.value.func;
    const [argument] = stmt.value.args;
    if (attr === 'extend' && argument) collect(x, argument);
    else if (attr === 'append' && argument) collectItem(x, argument);
    else incomplete(x);
  }
}

function isAll(expr: Expr): boolean {
  return expr.type === 'Name' && expr.id === '__all__';
}

function known(x: Extraction) {
  return (x.facts.dunderAll ??= { entries: [], complete: true });
}

function incomplete(x: Extraction): void {
  known(x).complete = false;
}

function collect(x: Extraction, value: Expr): void {
  known(x);
  if (value.type === 'List' || value.type === 'Tuple')
    for (const element of value.elts) collectItem(x, element);
  else if (value.type === 'BinOp' && value.op === 'Add') {
    collect(x, value.left);
    collect(x, value.right);
  } else incomplete(x);
}

function collectItem(x: Extraction, element: Expr): void {
  if (element.type === 'Constant' && element.value.kind === 'str') {
    known(x).entries.push({ name: element.value.value, span: { start: element.start, end: element.end } });
  } else incomplete(x);
}
