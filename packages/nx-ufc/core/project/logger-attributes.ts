import { callsNamed } from './calls-named';
import type { ProjectFacts } from './types';

const MAKERS = new Set(['getLogger', 'get_logger', 'assertLogs', 'assertNoLogs']);
const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Attributes that name loggers and nothing else: `log_name` where methods say `getLogger(self.log_name)`, and nobody else asks for it. */
export function loggerAttributes(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const given = new Map<string, number>();
  for (const facts of project.facts.values())
    for (const { arguments: args } of callsNamed(facts, MAKERS)) {
      const value = args[0]?.value;
      const name = value?.kind === 'name' ? /^(?:self|cls)\.(\w+)$/.exec(value.name)?.[1] : undefined;
      if (name !== undefined) given.set(name, (given.get(name) ?? 0) + 1);
    }
  const found = new Set([...given].filter(([name, times]) => timesRead(project, name) === times).map(first));
  cache.set(project, found);
  return found;
}

function first([name]: [string, number]): string {
  return name;
}

/** How often anything of the project is asked for an attribute of the name, by its text: facts know no attributes of objects. */
function timesRead(project: ProjectFacts, name: string): number {
  const asked = new RegExp(`\\.${name}\\b(?![ \\t]*=(?!=))`, 'g');
  let times = 0;
  for (const path of project.facts.keys()) times += project.sources.get(path)?.text.match(asked)?.length ?? 0;
  return times;
}
