import type { ExprContext } from '../ast';
import { BUILTINS } from './builtins';
import { dottedParts } from './dotted';
import { readsRoot } from './references';
import type { Extraction, PendingReference } from './state';
import { lineAt, spanOf } from './state';
import type { BindingFact, FileFacts, ReferenceFact, ScopeFact } from './types';

/**
 * The scope that binds a name as seen from a scope, after Python's rules: a class body is visible in itself and in the
 * type parameters directly in it only (https://docs.python.org/3/reference/executionmodel.html#resolution-of-names).
 * -1 when none does; for `__class__` the class around.
 */
export function bindingScopeOf(facts: FileFacts, scopeId: number, name: string): number {
  return lookUp(facts, scopeId, name, { scopeId: -1, bindings: undefined }).scopeId;
}

interface Found {
  scopeId: number;
  bindings: BindingFact[] | undefined;
}

/** The same, with how the scope binds the name; `found` is filled and given back, since this runs for every name. */
function lookUp({ scopes }: FileFacts, scopeId: number, name: string, found: Found): Found {
  let direct = true;
  found.bindings = undefined;
  for (let at = scopeId; at >= 0; at = scopes[at].parent) {
    const scope = scopes[at];
    const hidden = scope.kind === 'class' && !direct;
    found.scopeId = at;
    if (hidden && name === '__class__') return found;
    if (scope.kind !== 'type_params') direct = false;
    const bindings = hidden ? undefined : bindingsOf(scope, name);
    if (!bindings || bindings[0].kind === 'nonlocal') continue;
    found.bindings = bindings;
    if (bindings[0].kind !== 'global' || at === 0) return found;
    found.scopeId = 0;
    found.bindings = bindingsOf(scopes[0], name);
    if (found.bindings) return found;
    break;
  }
  found.scopeId = -1;
  return found;
}

/** How a scope binds a name. Safe for names like `constructor`, also in facts that were read from JSON. */
export function bindingsOf(scope: ScopeFact, name: string): BindingFact[] | undefined {
  const found = scope.bindings[name];
  return Array.isArray(found) ? found : undefined;
}

/**
 * Fully qualified name of a dotted path through the imports that bind its root; relative imports keep their dots
 * (`.storages.JSONStorage`), since facts do not know the file's module. With several bindings the first import counts:
 * the name may be it. Null when the root is no import or builtin.
 */
export function qualify(facts: FileFacts, parts: readonly string[], bindingScope: number): string | null {
  const bindings = bindingScope < 0 ? undefined : bindingsOf(facts.scopes[bindingScope], parts[0]);
  return qualifyBound(facts, parts, bindings);
}

function qualifyBound(
  facts: FileFacts,
  parts: readonly string[],
  bindings: readonly BindingFact[] | undefined,
): string | null {
  if (!bindings) return BUILTINS.has(parts[0]) ? `builtins.${joined(parts)}` : null;
  const binding = importBinding(bindings);
  if (!binding) return null;
  const name = importedName(facts, binding);
  if (parts.length === 1) return name;
  return parts.length === 2 ? `${name}.${parts[1]}` : `${name}.${parts.slice(1).join('.')}`;
}

function joined(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0] : parts.join('.');
}

function importBinding(bindings: readonly BindingFact[]): BindingFact | null {
  for (const binding of bindings) if (binding.kind === 'import') return binding;
  return null;
}

function importedName(facts: FileFacts, binding: BindingFact): string {
  const fact = facts.imports[binding.index];
  const item = fact.names[binding.sub];
  if (fact.kind === 'import') {
    const dot = item.alias === null ? item.name.indexOf('.') : -1;
    return dot < 0 ? item.name : item.name.slice(0, dot);
  }
  const dots = fact.level === 0 ? '' : '.'.repeat(fact.level);
  return `${dots}${fact.module}${fact.module ? '.' : ''}${item.name}`;
}

/**
 * Resolve all references now that all bindings are known, keep those that concern others (see `FileFacts.references`),
 * and tell the functions which of their parameters are never read.
 */
export function resolveReferences(x: Extraction): void {
  const { facts } = x;
  const read = new Set<BindingFact[]>();
  const found: Found = { scopeId: -1, bindings: undefined };
  for (const reference of x.references) {
    const { node, root, place, beforeBinding } = reference;
    const from = beforeBinding ? facts.scopes[place.scopeId].parent : place.scopeId;
    const { scopeId, bindings } = lookUp(facts, from, root, found);
    reference.bindingScope = scopeId;
    if (scopeId > 0) {
      if (bindings?.[0].kind === 'parameter' && readsRoot(node)) read.add(bindings);
      if (!bindings || !importBinding(bindings)) continue;
    }
    facts.references.push(referenceFact(x, reference, bindings));
  }
  for (const { scopeId, name } of x.impliedReads) {
    const { bindings } = lookUp(facts, scopeId, name, found);
    if (bindings) read.add(bindings);
  }
  for (const { parameters, scopeId, unusedParameters } of facts.functions) {
    for (const { name } of parameters)
      if (!read.has(bindingsOf(facts.scopes[scopeId], name)!)) unusedParameters.push(name);
  }
  resolveDecorators(facts);
}

const CONTEXTS: Record<ExprContext, ReferenceFact['context']> = { Load: 'load', Store: 'store', Del: 'del' };

function referenceFact(
  x: Extraction,
  { node, place, bindingScope, target }: PendingReference,
  bindings: readonly BindingFact[] | undefined,
): ReferenceFact {
  const { parts, partEnds } = dottedParts(node);
  const resolved = qualifyBound(x.facts, parts, bindings);
  if (target) target.resolved = resolved;
  return {
    parts,
    partEnds,
    span: spanOf(node),
    context: CONTEXTS[node.ctx],
    line: lineAt(x, node.start),
    scopeId: place.scopeId,
    bindingScope,
    resolved,
    inString: place.inString,
    annotation: place.annotation,
  };
}

/** A decorator that is a call resolves as its callee does. */
function resolveDecorators(facts: FileFacts): void {
  for (const list of [facts.functions, facts.classes]) {
    for (const { decorators } of list) {
      for (const decorator of decorators)
        if (decorator.call >= 0) decorator.resolved = facts.calls[decorator.call].resolved;
    }
  }
}
