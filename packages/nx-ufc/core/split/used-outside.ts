import { importedModule } from '../project/names';
import { moduleNamed } from '../project/module-named';
import type { ProjectFacts } from '../project/types';
import { touchedNames } from './touched';

const cache = new WeakMap<ProjectFacts, Map<string, Set<string>>>();

/** Names that other modules take from a module: by import, as an attribute, in a string; `*` when all may be taken. */
export function usedOutside(project: ProjectFacts, module: string): ReadonlySet<string> {
  let found = cache.get(project);
  if (!found) cache.set(project, (found = collect(project)));
  return new Set([...(found.get(module) ?? []), ...touchedNames(project, module).keys()]);
}

function collect(project: ProjectFacts): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (module: string, name: string) => {
    const names = found.get(module);
    if (names) names.add(name);
    else found.set(module, new Set([name]));
  };
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    for (const fact of facts.imports) {
      const module = fact.kind === 'from' ? importedModule(info, fact) : null;
      if (module !== null) for (const item of fact.names) add(module, item.name);
    }
    for (const { parts, scopeId } of facts.references) {
      for (let length = 1; length < parts.length; length++) {
        const module = moduleNamed(project, info, facts, scopeId, parts.slice(0, length));
        if (module === null) break;
        add(module, parts[length]);
      }
    }
  }
  return found;
}
