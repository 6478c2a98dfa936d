import { importedModule } from '../../project/names';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import type { Variable } from './types';

const seenNames = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Is a name of a module or class imported from it, or asked for as an attribute? What is done with its folder there is not known. */
export function isSeenByOthers(
  project: ProjectFacts,
  { name: module }: ModuleInfo,
  { name, isLocal }: Variable,
): boolean {
  if (isLocal) return false;
  const known = seenNames.get(project);
  const seen = known ?? namesSeen(project);
  if (!known) seenNames.set(project, seen);
  return [`.${name}`, `${module}:${name}`, `${module}:*`].some((one) => seen.has(one));
}

function namesSeen({ facts, modulesByPath }: ProjectFacts): Set<string> {
  const seen = new Set<string>();
  for (const [path, { imports, references }] of facts) {
    const info = modulesByPath.get(path);
    for (const fact of info ? imports : []) {
      const module = fact.kind === 'from' ? importedModule(info!, fact) : null;
      if (module !== null) for (const { name } of fact.names) seen.add(`${module}:${name}`);
    }
    for (const { parts } of references) for (let i = 1; i < parts.length; i++) seen.add(`.${parts[i]}`);
  }
  return seen;
}
