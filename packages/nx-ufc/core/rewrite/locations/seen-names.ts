import type { ProjectFacts } from '../../project/types';
import type { Variable } from './types';

const seenNames = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Is a name of a module or class imported or asked for as an attribute? What is done with its folder there is not known. */
export function isSeenByOthers(project: ProjectFacts, { name, isLocal }: Variable): boolean {
  if (isLocal) return false;
  const known = seenNames.get(project);
  const seen = known ?? namesSeen(project);
  if (!known) seenNames.set(project, seen);
  return seen.has(name);
}

function namesSeen({ facts }: ProjectFacts): Set<string> {
  const seen = new Set<string>();
  for (const { imports, references } of facts.values()) {
    for (const { kind, names } of imports) if (kind === 'from') for (const item of names) seen.add(item.name);
    for (const { parts } of references) for (let i = 1; i < parts.length; i++) seen.add(parts[i]);
  }
  return seen;
}
