import type { AnnAssign, Assign, AugAssign, Expr, ExprStmt } from '../ast';
import type { Extraction, Place } from './state';

/**
 * Collect what `__all__` says: literals, sums of literals, `+=`, `extend`, `append`. Anything else makes it incomplete, also
 * what binds the name in another way (see `checkDunderAll`).
 */
export function recordDunderAll(
  x: Extraction,
  stmt: Assign | AnnAssign | AugAssign | ExprStmt,
  place: Place,
): void {
  if (place.scopeId !== 0) return;
  switch (stmt.type) {
    case 'Assign':
      for (const target of stmt.targets) recordTarget(x, target, stmt.value);
      return;
    case 'AnnAssign':
      if (stmt.value) recordTarget(x, stmt.target, stmt.value);
      else x.knownAll.add(stmt.target.start);
      return;
    case 'AugAssign':
      recordTarget(x, stmt.target, stmt.value);
      return;
    case 'Expr':
      return recordMethod(x, stmt.value);
  }
}

/** An `__all__` that is bound in ways not understood: imported, unpacked, deleted, written by item. */
export function checkDunderAll(x: Extraction): void {
  const { facts } = x;
  const bindings = facts.scopes[0].bindings.__all__ ?? [];
  if (bindings.some((binding) => !x.knownAll.has(binding.span.start))) incomplete(x);
}

function recordTarget(x: Extraction, target: Expr, value: Expr): void {
  if (isAll(target)) {
    x.knownAll.add(target.start);
    collect(x, value);
  } else if (target.type === 'Subscript' && isAll(target.value)) incomplete(x);
}

function recordMethod(x: Extraction, call: Expr): void {
  if (call.type !== 'Call' || call.func.type !== 'Attribute' || !isAll(call.func.value)) return;
  const { attr } = call.func;
  const [argument] = call.args;
  if (attr === 'extend' && argument) collect(x, argument);
  else if (attr === 'append' && argument) collectItem(x, argument);
  else if (attr !== 'sort' && attr !== 'reverse') incomplete(x);
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

const COPIES = new Set(['list', 'tuple', 'set', 'sorted']);

/** Sums nest to the left, so that side is a loop. */
function collect(x: Extraction, value: Expr): void {
  known(x);
  const rights: Expr[] = [];
  let current = value;
  while (current.type === 'BinOp' && current.op === 'Add') {
    rights.push(current.right);
    current = current.left;
  }
  collectLiteral(x, current);
  for (let right = rights.pop(); right; right = rights.pop()) collectLiteral(x, right);
}

function collectLiteral(x: Extraction, value: Expr): void {
  if (value.type === 'List' || value.type === 'Tuple' || value.type === 'Set') {
    for (const element of value.elts) collectItem(x, element);
  } else if (value.type === 'Call' && value.func.type === 'Name' && COPIES.has(value.func.id)) {
    for (const argument of value.args) collect(x, argument);
  } else if (!isAll(value)) incomplete(x);
}

function collectItem(x: Extraction, element: Expr): void {
  if (element.type === 'Constant' && element.value.kind === 'str') {
    known(x).entries.push({ name: element.value.value, span: { start: element.start, end: element.end } });
  } else incomplete(x);
}
