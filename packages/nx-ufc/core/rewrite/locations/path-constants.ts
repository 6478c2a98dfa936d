import type { ProjectFacts } from '../../project/types';
import { contextOf, type RewriteContext } from '../context';
import type { MoveMapping } from '../mapping';
import { constantsNamed, NO_CONSTANTS, type Constants } from './constants';
import { decideVariable } from './decide';
import { placeBefore, type Places } from './places';
import { readLocations } from './read-locations';
import { targetsOf } from './targets';
import type { Variable } from './types';

type Decided = ReadonlyMap<string, Variable>;
const decided = new WeakMap<MoveMapping, Map<string, Decided>>();

/** Names of other modules that a file may take paths from, as they were decided on there; none where the file says none of them. */
export function constantsFor(context: RewriteContext): Constants {
  const names = constantsNamed(context.project, context.facts);
  if (names.size === 0) return NO_CONSTANTS;
  const own = context.info.name;
  return {
    names,
    find: (module, name) => (module === own ? null : (decidedIn(context, module).get(name) ?? null)),
  };
}

/** Paths that names of a module hold, with where they led to and where they lead now. */
function decidedIn(context: RewriteContext, module: string): Decided {
  const { mapping, project } = context;
  const modules = decided.get(mapping) ?? new Map<string, Decided>();
  decided.set(mapping, modules);
  const before = modules.get(module);
  if (before) return before;
  // A circle of modules that take paths from each other ends here.
  modules.set(module, new Map());
  const found = decide(context, project, module);
  modules.set(module, found);
  return found;
}

function decide({ mapping, isThere }: RewriteContext, project: ProjectFacts, module: string): Decided {
  const info = project.modules.get(module);
  const plain = info && contextOf(project, mapping, info);
  if (!plain) return new Map();
  const context = { ...plain, isThere };
  const { locations } = readLocations(context, constantsFor(context));
  const places: Places = { context, targets: targetsOf(mapping, project), old: new Map(), now: new Map() };
  const all = (locations?.variables ?? []).map((variable) => {
    const before = placeBefore(places, variable.location);
    places.old.set(variable, before);
    decideVariable(places, variable);
    return { ...variable, uses: [], fixed: { before, now: places.now.get(variable) ?? null } };
  });
  return new Map(
    all
      .filter(({ isLocal, isFunction, isMember }) => !isLocal && !isFunction && !isMember)
      .map((one) => [one.name, one]),
  );
}
