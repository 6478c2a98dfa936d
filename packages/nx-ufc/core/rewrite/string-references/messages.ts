import type { ProjectFacts } from '../../project/types';

const cache = new WeakMap<ProjectFacts, string[]>();

/**
 * Does shipped code say this dotted path in a text for people? Such a text is not rewritten, so a test that expects it must
 * not be either.
 */
export function isInMessage(project: ProjectFacts, dotted: string): boolean {
  return messages(project).some((text) => text.includes(dotted) && text !== dotted);
}

function messages(project: ProjectFacts): string[] {
  const known = cache.get(project);
  if (known) return known;
  const found: string[] = [];
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    for (const string of facts.strings)
      if (string.role !== 'docstring' && !string.bytes) found.push(string.value);
  }
  cache.set(project, found);
  return found;
}
