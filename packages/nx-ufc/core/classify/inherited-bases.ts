import type { Blueprint } from '../blueprint/types';
import { absoluteModule } from '../project/relative';
import { leafOf } from '../project/module-name';
import { importedModule, isModule, packageOf } from '../project/names';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { bindingsOf, qualify } from '../python/facts/resolve';
import type { BaseFact, ClassFact, FileFacts } from '../python/facts/types';
import { isFrom } from './sighting';

const MAX_HOPS = 20;
/** Classes that make data models of everything below them. A subclass of a Protocol or of an ABC is none itself; settings in parts go by the class that joins them. */
const DATA =
  /^(pydantic\w*(\.\w+)*\.(BaseModel|GenericModel|RootModel)|typing(_extensions)?\.(TypedDict|NamedTuple)|enum\.\w+)$/;

/**
 * The facts of a module with the data-model bases that its classes have through other classes of the project: after
 * `class Own(BaseModel)` in one module `class User(Own)` in another one is a model too.
 */
export function withInheritedBases(project: ProjectFacts, blueprint: Blueprint, info: ModuleInfo): FileFacts {
  const facts = project.facts.get(info.path)!;
  const isData = (name: string) => DATA.test(name) || isFrom(blueprint, 'orm', name);
  let changed = false;
  const classes = facts.classes.map((definition) => {
    const inherited = definition.bases.flatMap((base) =>
      [...externalsOf(project, info, base, 0)]
        .filter((name) => isData(name) && !definition.bases.some(({ resolved }) => resolved === name))
        .map((name): BaseFact => ({ ...base, name: leafOf(name), resolved: name })),
    );
    changed ||= inherited.length > 0;
    return inherited.length > 0 ? { ...definition, bases: [...definition.bases, ...inherited] } : definition;
  });
  return changed ? { ...facts, classes } : facts;
}

interface Found {
  info: ModuleInfo;
  definition: ClassFact;
}

/** Classes of other packages that a base leads to; itself when it is one. */
function externalsOf(project: ProjectFacts, info: ModuleInfo, base: BaseFact, hops: number): Set<string> {
  if (hops > MAX_HOPS) return new Set();
  const full = base.resolved === null ? null : absolute(info, base.resolved);
  const found = full === null ? classIn(project, info, base.name, 0) : classNamed(project, full, 0);
  if (found)
    return new Set(
      found.definition.bases.flatMap((next) => [...externalsOf(project, found.info, next, hops + 1)]),
    );
  return new Set(full === null ? [] : [full]);
}

function absolute(info: ModuleInfo, resolved: string): string {
  const level = /^\.*/.exec(resolved)![0].length;
  return level === 0 ? resolved : (absoluteModule(packageOf(info), level, resolved.slice(level)) ?? resolved);
}

function classNamed(project: ProjectFacts, full: string, hops: number): Found | null {
  const at = full.lastIndexOf('.');
  const module = full.slice(0, at);
  const info = at > 0 && isModule(project, module) ? project.modules.get(module) : undefined;
  return info ? classIn(project, info, full.slice(at + 1), hops) : null;
}

/** The class that a module has under a name: its own, or one that it imports. */
function classIn(project: ProjectFacts, info: ModuleInfo, name: string, hops: number): Found | null {
  const facts = project.facts.get(info.path);
  if (!facts || hops > MAX_HOPS) return null;
  const definition = facts.classes.find((one) => one.parentScope === 0 && one.name === name);
  if (definition) return { info, definition };
  if (bindingsOf(facts.scopes[0], name) !== undefined) {
    const imported = qualify(facts, [name], 0);
    return imported === null ? null : classNamed(project, absolute(info, imported), hops + 1);
  }
  for (const fact of facts.imports) {
    if (fact.scopeId !== 0 || fact.names[0]?.name !== '*') continue;
    const module = importedModule(info, fact);
    const found = module === null ? null : classNamed(project, `${module}.${name}`, hops + 1);
    if (found) return found;
  }
  return null;
}
