import { bindingScopeOf, bindingsOf } from './resolve';
import type { Extraction } from './state';
import { lineAt, spanOf } from './state';
import type { BindingFact, ScopeFact, Span } from './types';

export function openScope(
  x: Extraction,
  kind: ScopeFact['kind'],
  parent: number,
  name: string,
  span: Span,
): number {
  // Without a prototype, any name is a key like another.
  const bindings: ScopeFact['bindings'] = Object.create(null);
  return x.facts.scopes.push({ kind, parent, name, span: spanOf(span), bindings }) - 1;
}

/**
 * Bind a name. After a `global` declaration in the scope it is the module that binds; after `nonlocal` the function
 * around it, see `settleNonlocals`. (Both must come before any other use of the name.)
 */
export function bind(
  x: Extraction,
  scopeId: number,
  name: string,
  kind: BindingFact['kind'],
  span: Span,
  index = -1,
  sub = -1,
): void {
  const { scopes } = x.facts;
  const target = kind !== 'global' && isDeclared(scopes[scopeId], name, 'global') ? 0 : scopeId;
  add(scopes[target], name, {
    kind,
    index,
    sub,
    span: spanOf(span),
    line: lineAt(x, span.start),
  });
}

/** Does the scope say `global name` (or `nonlocal name`)? */
export function isDeclared(scope: ScopeFact, name: string, kind: 'global' | 'nonlocal'): boolean {
  return bindingsOf(scope, name)?.[0].kind === kind;
}

function add({ bindings }: ScopeFact, name: string, fact: BindingFact): void {
  const known = bindings[name];
  if (known) known.push(fact);
  else bindings[name] = [fact];
}

/** Give what a scope binds under a `nonlocal` name to the function that the name belongs to. */
export function settleNonlocals(x: Extraction): void {
  const { scopes } = x.facts;
  for (const { scopeId, name } of x.nonlocals) {
    const owner = bindingScopeOf(x.facts, scopeId, name);
    if (owner <= 0) continue;
    const own = scopes[scopeId].bindings[name];
    scopes[scopeId].bindings[name] = own.filter((binding) => binding.kind === 'nonlocal');
    for (const binding of own) if (binding.kind !== 'nonlocal') add(scopes[owner], name, binding);
  }
}
