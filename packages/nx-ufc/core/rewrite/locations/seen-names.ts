import { importedModule } from '../../project/names';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import type { FileFacts } from '../../python/facts/types';
import type { Variable } from './types';

const known = new WeakMap<ProjectFacts, Map<string, boolean>>();

/** Is a name of a module or class imported from it, or asked for as an attribute? What is done with its folder there is not known. */
export function isSeenByOthers(
  project: ProjectFacts,
  { name: module }: ModuleInfo,
  { name, isLocal }: Variable,
): boolean {
  if (isLocal) return false;
  const answers = known.get(project) ?? new Map<string, boolean>();
  known.set(project, answers);
  const key = `${module}:${name}`;
  const seen =
    answers.get(key) ?? [...project.facts.values()].some((facts) => sees(project, facts, module, name));
  answers.set(key, seen);
  return seen;
}

/** Most files do not say the name at all; a star says none. */
function sees(
  { modulesByPath, sources }: ProjectFacts,
  { path, imports, references }: FileFacts,
  module: string,
  name: string,
): boolean {
  const info = modulesByPath.get(path);
  const isFrom = (fact: FileFacts['imports'][number], said: string) =>
    fact.kind === 'from' &&
    fact.names.some((one) => one.name === said) &&
    importedModule(info!, fact) === module;
  const imported = info !== undefined && imports.some((fact) => isFrom(fact, name) || isFrom(fact, '*'));
  const isSaid = sources.get(path)?.text.includes(name) === true;
  return imported || (isSaid && references.some(({ parts }) => parts.indexOf(name, 1) > 0));
}
