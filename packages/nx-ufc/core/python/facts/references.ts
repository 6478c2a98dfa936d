import type { Attribute, Name } from '../ast';
import { bindingsOf } from './resolve';
import type { Extraction, PendingReference, Place, Resolvable } from './state';
import type { Span } from './types';

/** Note a name or attribute chain; it is resolved when all bindings are known. */
export function pushReference(
  x: Extraction,
  node: Name | Attribute,
  root: string,
  place: Place,
  target: Resolvable | null = null,
): void {
  const scope = x.facts.scopes[place.scopeId];
  const beforeBinding = scope.kind === 'class' && readsRoot(node) && !bindingsOf(scope, root);
  x.references.push({ node, root, place, beforeBinding, target, bindingScope: -1 });
}

/** `a.b = 1` reads `a`, `a = 1` does not. Deleting counts as reading: what is deleted was used. */
export function readsRoot({ ctx, type }: Name | Attribute): boolean {
  return ctx !== 'Store' || type === 'Attribute';
}

/** `target.resolved` will be what the expression resolves to, if it is the reference that was noted last. */
export function resolveLastAs(x: Extraction, expr: Span, target: Resolvable): void {
  const last = lastReference(x, expr);
  if (last) last.target = target;
}

/** The reference that was noted last, if it is this very expression. */
function lastReference(x: Extraction, expr: Span): PendingReference | null {
  const last = x.references.at(-1);
  return last?.node === expr ? last : null;
}
