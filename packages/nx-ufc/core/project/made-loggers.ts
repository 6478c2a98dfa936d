import type { FileFacts } from '../python/facts/types';
import { callsNamed } from './calls-named';
import { isArgumentFor, takesLogger } from './package-arguments';
import type { ProjectFacts } from './types';

const MAKERS = new Set(['getLogger', 'get_logger']);
const cache = new WeakMap<ProjectFacts, ReadonlyMap<string, string>>();

/**
 * Names of loggers that code makes by literals, itself or by a function of the project that it gives the name below a package of the project to, with
 * where the first one is made, as `path:line`.
 */
export function madeLoggers(project: ProjectFacts): ReadonlyMap<string, string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [path, facts] of project.facts)
    for (const { name, line } of [...madeIn(facts), ...handedOn(project, path, facts)])
      if (!found.has(name)) found.set(name, `${path}:${line}`);
  cache.set(project, found);
  return found;
}

interface MadeLogger {
  name: string;
  line: number;
}

function madeIn(facts: FileFacts): MadeLogger[] {
  return callsNamed(facts, MAKERS).flatMap(({ arguments: given, line }) => {
    const value = given[0]?.value;
    return value?.kind === 'literal' && typeof value.value === 'string' ? [{ name: value.value, line }] : [];
  });
}

function handedOn(project: ProjectFacts, path: string, facts: FileFacts): MadeLogger[] {
  if (project.modulesByPath.get(path)?.area !== 'shipped') return [];
  const { roots } = project.layout;
  return facts.strings.flatMap(({ role, value, call, line }, at) => {
    const mayName =
      role === 'argument' && call >= 0 && roots.some(({ name }) => value.startsWith(`${name}.`));
    const isName = mayName && isArgumentFor(takesLogger, project, facts, facts.calls[call], at);
    return isName ? [{ name: value, line }] : [];
  });
}
