import { bindingScopeOf } from '../python/facts';
import { bindingsOf } from '../python/facts/resolve';
import type { FileFacts } from '../python/facts/types';
import { importedModule, isModule, isSubmodule } from './names';
import type { ModuleInfo, ProjectFacts } from './types';

/** The module of the project that a dotted expression stands for in a scope (`app`, `pkg.app`); null when it is none. */
export function moduleNamed(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  scopeId: number,
  parts: readonly string[],
): string | null {
  const scope = bindingScopeOf(facts, scopeId, parts[0]);
  const bindings = scope < 0 ? [] : (bindingsOf(facts.scopes[scope], parts[0]) ?? []);
  for (const binding of bindings) {
    if (binding.kind !== 'import') continue;
    let module = boundModule(project, info, facts, binding.index, binding.sub);
    for (const part of parts.slice(1))
      module = module !== null && isSubmodule(project, module, part) ? `${module}.${part}` : null;
    if (module !== null) return module;
  }
  return null;
}

function boundModule(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  index: number,
  sub: number,
): string | null {
  const fact = facts.imports[index];
  const item = fact.names[sub];
  if (fact.kind === 'import') {
    const name = item.alias === null ? item.name.split('.')[0] : item.name;
    return isModule(project, name) ? name : null;
  }
  const from = importedModule(info, fact);
  return from !== null && isModule(project, from) && isSubmodule(project, from, item.name)
    ? `${from}.${item.name}`
    : null;
}
