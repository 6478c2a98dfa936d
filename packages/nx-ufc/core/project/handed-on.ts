import { bindingsOf } from '../python/facts/resolve';
import { importedModule, isSubmodule } from './names';
import type { ProjectFacts } from './types';

const MAX_HANDS = 10;

/**
 * The module that a module has under a name and hands on to those who import it from there: `from .context import pkg`,
 * where `context.py` says `import pkg`. Goes through any number of hands; null when the name is no module.
 */
export function moduleHandedOn(
  project: ProjectFacts,
  module: string,
  name: string,
  hands = 0,
): string | null {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts || hands > MAX_HANDS) return null;
  for (const binding of bindingsOf(facts.scopes[0], name) ?? []) {
    if (binding.kind !== 'import') continue;
    const fact = facts.imports[binding.index];
    const item = fact.names[binding.sub];
    if (fact.kind === 'import') return item.alias === null ? item.name.split('.')[0] : item.name;
    const from = importedModule(info, fact);
    if (from === null) continue;
    if (isSubmodule(project, from, item.name)) return `${from}.${item.name}`;
    return moduleHandedOn(project, from, item.name, hands + 1);
  }
  return null;
}

/** Does a module offer a class or function of the project under this name, defined there or handed on from where it is? */
export function offersDefinition(project: ProjectFacts, module: string, name: string, hands = 0): boolean {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts || hands > MAX_HANDS) return false;
  return (bindingsOf(facts.scopes[0], name) ?? []).some((binding) => {
    if (binding.kind === 'class' || binding.kind === 'function') return true;
    if (binding.kind !== 'import' || facts.imports[binding.index].kind !== 'from') return false;
    const from = importedModule(info, facts.imports[binding.index]);
    const item = facts.imports[binding.index].names[binding.sub];
    return from !== null && offersDefinition(project, from, item.name, hands + 1);
  });
}
