import type { ProjectFacts } from '../../project/types';
import type { FileFacts } from '../../python/facts/types';
import { homeOfName } from './constants';
import { readLocations } from './read-locations';
import type { Location, Variable } from './types';

/** What other modules do with a path that a name of a module holds. */
export interface UsesElsewhere {
  uses: readonly Location[];
  /** Is it asked for where nothing tells what is done with it? */
  isOpen: boolean;
}

const NOWHERE: UsesElsewhere = { uses: [], isOpen: false };
const known = new WeakMap<ProjectFacts, Map<string, UsesElsewhere>>();

/** The uses of a name of a module or class in other modules; most of them do not say it at all. */
export function usesElsewhere(project: ProjectFacts, module: string, variable: Variable): UsesElsewhere {
  if (variable.isLocal || variable.isFunction) return NOWHERE;
  const answers = known.get(project) ?? new Map<string, UsesElsewhere>();
  known.set(project, answers);
  const key = `${module}:${variable.name}`;
  const answer = answers.get(key) ?? found(project, module, variable);
  answers.set(key, answer);
  return answer;
}

function found(project: ProjectFacts, module: string, { name, location }: Variable): UsesElsewhere {
  const own = project.modules.get(module)?.path;
  const uses: Location[] = [];
  let isOpen = false;
  for (const [path, facts] of project.facts) {
    const text = project.sources.get(path)?.text ?? '';
    if (!text.includes(name)) continue;
    const attributes = text.match(new RegExp(`\\.\\s*${name}\\b`, 'g'))?.length ?? 0;
    if (path === own) {
      isOpen ||= attributes > 0;
      continue;
    }
    const variable: Variable = { name, isFunction: false, isLocal: false, location, uses: [] };
    const asked = askedIn(project, facts, module, name);
    if (asked.here > 0) readUses(project, facts, text, module, variable);
    uses.push(...variable.uses);
    // Facts say nothing of attributes of local names.
    if (variable.uses.length < asked.here || asked.elsewhere || asked.attributes < attributes) isOpen = true;
  }
  return { uses, isOpen };
}

/** How often a file reads the name from the module, how often as an attribute of anything, and does it ask what is not known for it? */
function askedIn(
  project: ProjectFacts,
  { path, references }: FileFacts,
  module: string,
  name: string,
): { here: number; attributes: number; elsewhere: boolean } {
  const info = project.modulesByPath.get(path);
  let here = 0;
  let attributes = 0;
  let elsewhere = false;
  for (const { parts, resolved, bindingScope, context } of references) {
    if (parts.indexOf(name, 1) > 0) attributes++;
    if (context !== 'load') continue;
    const names = resolved?.split('.') ?? [];
    const at = names.lastIndexOf(name);
    const home = info && at >= 0 ? homeOfName(project, info, names.slice(0, at + 1).join('.')) : null;
    if (home?.module === module && home.name === name) here++;
    else if (home === null)
      elsewhere ||= parts.indexOf(name) > 0 || (parts[0] === name && bindingScope === -1);
  }
  return { here, attributes, elsewhere };
}

function readUses(
  project: ProjectFacts,
  facts: FileFacts,
  text: string,
  module: string,
  variable: Variable,
): void {
  const info = project.modulesByPath.get(facts.path)!;
  const find = (from: string, name: string) => (from === module && name === variable.name ? variable : null);
  readLocations({ project, info, facts, text }, { names: new Set([variable.name]), find });
}
