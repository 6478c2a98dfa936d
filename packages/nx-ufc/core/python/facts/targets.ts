import type { Expr, Name } from '../ast';
import { visitExpr } from './expressions';
import { pushReference } from './references';
import { bind } from './scopes';
import type { Extraction, Place } from './state';

/**
 * Bind the names of an assignment target; attributes and subscripts in it are references.
 * `index` is the assignment fact that it is the target of, or -1.
 */
export function bindTarget(x: Extraction, target: Expr, place: Place, index = -1): void {
  switch (target.type) {
    case 'Name':
      bind(x, place.scopeId, target.id, 'assignment', target, index);
      pushReference(x, target, target.id, place);
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) bindTarget(x, element, place);
      return;
    case 'Starred':
      return bindTarget(x, target.value, place);
    default:
      visitExpr(x, target, place);
  }
}

/** A walrus in a comprehension binds in the scope around all comprehensions (PEP 572). */
export function bindWalrus(x: Extraction, target: Name, place: Place): void {
  const { scopes } = x.facts;
  let { scopeId } = place;
  while (scopes[scopeId].kind === 'comprehension') scopeId = scopes[scopeId].parent;
  bindTarget(x, target, scopeId === place.scopeId ? place : { ...place, scopeId });
}

/** `del name` makes the name one of this scope, as an assignment does. */
export function visitDeleted(x: Extraction, target: Expr, place: Place): void {
  if (target.type === 'Tuple' || target.type === 'List') {
    for (const element of target.elts) visitDeleted(x, element, place);
    return;
  }
  visitExpr(x, target, place);
  if (target.type === 'Name') bind(x, place.scopeId, target.id, 'other', target);
}
