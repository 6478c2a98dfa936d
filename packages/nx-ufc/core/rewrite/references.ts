import type { BindingFact, ReferenceFact } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { isMoved, newNameOf, plannedEdit, statementBefore } from './context';
import { moduleHandedOn } from '../project/handed-on';
import { importedModule, isRebound, isSubmodule } from '../project/names';
import { isFoundLazily } from './lazy-submodules';
import { directAlias, directImport, isHidden } from './hidden-names';
import { rootStyle } from './root-binding';

/** The module that a name stands for, and how the name got bound. */
interface ModuleBinding {
  module: string;
  binding: BindingFact;
  /** The root is renamed in its scope. */
  renames: boolean;
}

/** Edits for attribute chains through modules: `pkg.sub.name`, also where `pkg.sub` was never imported by that name. */
export function rewriteReferences(context: RewriteContext): PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  const added = new Set<string>();
  const known = new Map<readonly BindingFact[], ModuleBinding | null>();
  for (const reference of context.facts.references) {
    const scope = context.facts.scopes[reference.bindingScope];
    const bindings = scope && bindingsOf(scope, reference.parts[0]);
    if (!bindings) continue;
    let bound = known.get(bindings);
    if (bound === undefined) {
      bound = moduleBinding(context, bindings, reference);
      known.set(bindings, bound);
    }
    if (bound) edits.push(...rewriteReference(context, reference, bound, added));
  }
  return edits;
}

function rewriteReference(
  context: RewriteContext,
  reference: ReferenceFact,
  bound: ModuleBinding,
  added: Set<string>,
): PlannedEdit[] {
  const { parts, partEnds, span } = reference;
  let module = bound.module;
  let length = 1;
  const leads = (name: string) =>
    isSubmodule(context.project, module, name) &&
    !isRebound(context.project, module, name) &&
    !isAskedFor(context, reference, module, name);
  while (length < parts.length && leads(parts[length])) module += `.${parts[length++]}`;
  const target = newNameOf(context.mapping, module);
  const replace = (text: string): PlannedEdit[] => {
    const range = { start: span.start, end: partEnds[length - 1] };
    if (context.text.slice(range.start, range.end) === text) return [];
    return [plannedEdit(context, range, text, 'reference', `${module} is now ${target}`, reference.line)];
  };

  if (length > 1 && target !== newNameOf(context.mapping, bound.module) && isHidden(context, target))
    return [...replace(directAlias(target)), ...addedImport(context, bound.binding, target, added, true)];
  if (bound.renames) return replace(target);
  const base = newNameOf(context.mapping, bound.module);
  if (target === base || target.startsWith(`${base}.`)) return replace(parts[0] + target.slice(base.length));
  return [...replace(target), ...addedImport(context, bound.binding, target, added)];
}

/** Nothing that the reference can count on imports the submodule, and the package imports it when it is asked for: it still answers to the name. */
function isAskedFor(
  context: RewriteContext,
  { bindingScope }: ReferenceFact,
  packageName: string,
  name: string,
): boolean {
  const module = `${packageName}.${name}`;
  return (
    isFoundLazily(context.project, packageName, name) &&
    !context.facts.imports.some(
      (fact) =>
        fact.kind === 'import' &&
        (fact.scopeId === 0 || fact.scopeId === bindingScope) &&
        fact.names.some((item) => item.name === module || item.name.startsWith(`${module}.`)),
    )
  );
}

/** The submodule left its package: the chain is spelled out from the new root, which must be imported then. */
function addedImport(
  context: RewriteContext,
  binding: BindingFact,
  target: string,
  added: Set<string>,
  direct = false,
): PlannedEdit[] {
  const fact = context.facts.imports[binding.index];
  const key = `${fact.span.start}:${target}`;
  if (added.has(key)) return [];
  added.add(key);
  const statement = direct ? directImport(target) : `import ${target}`;
  const text = statementBefore(context, fact, statement);
  const at = { start: fact.span.start, end: fact.span.start };
  return [plannedEdit(context, at, text, 'import', `${target} is used through its old package`, fact.line)];
}

function moduleBinding(
  context: RewriteContext,
  bindings: readonly BindingFact[],
  { bindingScope, parts: [root] }: ReferenceFact,
): ModuleBinding | null {
  for (const binding of bindings) {
    if (binding.kind !== 'import') continue;
    const fact = context.facts.imports[binding.index];
    const item = fact.names[binding.sub];
    if (fact.kind === 'import') {
      const isRoot = item.alias === null;
      const module = isRoot ? item.name.split('.')[0] : item.name;
      if (!isMoved(context, module)) continue;
      return { module, binding, renames: isRoot && rootStyle(context, bindingScope, root) === 'rename' };
    }
    const from = importedModule(context.info, fact);
    if (!from) continue;
    const module = isSubmodule(context.project, from, item.name)
      ? `${from}.${item.name}`
      : moduleHandedOn(context.project, from, item.name);
    if (module && isMoved(context, module)) return { module, binding, renames: false };
  }
  return null;
}
