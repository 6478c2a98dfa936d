import type { ProjectFacts } from './types';

const MAKES = /(^|\.)(getLogger|get_logger)$/;
const cache = new WeakMap<ProjectFacts, ReadonlyMap<string, string>>();

/** Names of loggers that code makes by literals, with where the first one is made, as `path:line`. */
export function madeLoggers(project: ProjectFacts): ReadonlyMap<string, string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [path, { calls }] of project.facts) {
    for (const { callee, arguments: given, line } of calls) {
      const value = MAKES.test(callee) && given.length > 0 ? given[0].value : null;
      if (value?.kind === 'literal' && typeof value.value === 'string' && !found.has(value.value))
        found.set(value.value, `${path}:${line}`);
    }
  }
  cache.set(project, found);
  return found;
}
