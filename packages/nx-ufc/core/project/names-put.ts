import type { CallFact, FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, boolean>();

/**
 * Does code of the project put names into modules that only the run shows, as in `setattr(import_module(cls.__module__), name, made)`?
 * Then its classes may bring others along that no text defines.
 */
export function putsNamesIntoModules(project: ProjectFacts): boolean {
  const known = cache.get(project);
  if (known !== undefined) return known;
  const puts = [...project.facts.values()].some((facts) => facts.calls.some((call) => putsName(facts, call)));
  cache.set(project, puts);
  return puts;
}

function putsName(facts: FileFacts, { resolved, callee, arguments: given, scopeId }: CallFact): boolean {
  if ((resolved ?? callee) !== 'builtins.setattr' || given.length === 0) return false;
  const { value } = given[0];
  if (value.kind !== 'name') return isModule(facts, value);
  return facts.assignments.some(
    (one) =>
      one.target === value.name &&
      one.scopeId === scopeId &&
      one.value !== null &&
      isModule(facts, one.value),
  );
}

function isModule(facts: FileFacts, value: CallFact['arguments'][number]['value']): boolean {
  if (value.kind !== 'call') return value.kind === 'other' && value.text.startsWith('sys.modules[');
  const { resolved, callee } = facts.calls[value.call];
  return /^(importlib\.import_module|builtins\.__import__)$/.test(resolved ?? callee);
}
