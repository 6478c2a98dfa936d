import { BUILTINS } from './builtins';
import type { Extraction } from './state';
import { lineAt } from './state';
import type { BindingFact, FileFacts, ReferenceFact } from './types';

/**
 * The scope that binds a name as seen from a scope, after Python's rules: a class body is visible in itself only
 * (https://docs.python.org/3/reference/executionmodel.html#resolution-of-names). -1 when none does.
 */
export function bindingScopeOf(facts: FileFacts, scopeId: number, name: string): number {
  const { scopes } = facts;
  for (let at = scopeId; at >= 0; at = scopes[at].parent) {
    if (scopes[at].kind === 'class' && at !== scopeId) continue;
    if (!Object.hasOwn(scopes[at].bindings, name)) continue;
    const bindings = scopes[at].bindings[name];
    if (bindings.some((binding) => binding.kind === 'global'))
      return Object.hasOwn(scopes[0].bindings, name) ? 0 : -1;
    if (bindings.every((binding) => binding.kind === 'nonlocal')) continue;
    return at;
  }
  return -1;
}

/**
 * Fully qualified name of a dotted path through the imports that bind its root; relative imports keep their dots
 * (`.storages.JSONStorage`), since facts do not know the file's module. Null when the root is no import or builtin.
 */
export function qualify(facts: FileFacts, parts: readonly string[], bindingScope: number): string | null {
  const [root] = parts;
  if (bindingScope < 0) return BUILTINS.has(root) ? `builtins.${parts.join('.')}` : null;
  const binding = facts.scopes[bindingScope].bindings[root].find((candidate) => candidate.kind === 'import');
  return binding ? [importedName(facts, binding), ...parts.slice(1)].join('.') : null;
}

function importedName(facts: FileFacts, binding: BindingFact): string {
  const fact = facts.imports[binding.index];
  const item = fact.names[binding.sub];
  if (fact.kind === 'import') return item.alias === null ? item.name.split('.')[0] : item.name;
  return `${'.'.repeat(fact.level)}${fact.module}${fact.module ? '.' : ''}${item.name}`;
}

/** Resolve what was collected; references to local names are dropped, they concern nobody outside. */
export function resolvePending(x: Extraction): void {
  const { facts } = x;
  for (const pending of x.pending) {
    const bindingScope = bindingScopeOf(facts, pending.scopeId, pending.parts[0]);
    if (
      bindingScope > 0 &&
      !facts.scopes[bindingScope].bindings[pending.parts[0]].some((b) => b.kind === 'import')
    )
      continue;
    const reference: ReferenceFact = {
      ...pending,
      line: lineAt(x, pending.span.start),
      bindingScope,
      resolved: qualify(facts, pending.parts, bindingScope),
    };
    facts.references.push(reference);
  }
  for (const { parts, scopeId, set } of x.later)
    set(qualify(facts, parts, bindingScopeOf(facts, scopeId, parts[0])));
}
