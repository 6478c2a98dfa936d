import type { ImportFact, ImportedName } from '../python/facts/types';
import { firstName } from './first-name';
import { makerOf } from './made-modules';
import { leafOf, parentOf } from './module-name';
import { importedModule, isModule, isSubmodule } from './names';
import { isDeclaredNamespace, isForeignPortion } from './namespaces';
import { affixedNames, alikeNames, distributionsOf, isListed, portionNames } from './distributions';
import { isOnSearchPath } from './search-path';
import { STDLIB_MODULES } from './stdlib';
import { KNOWN_MINORS, stdlibMinors } from './stdlib-versions';
import type { ModuleInfo, ProjectFacts, Resolution } from './types';

/**
 * Where one imported name comes from. Internal: the module that gets executed, and the attribute taken from it, if any.
 * @param declared PEP 503 names of the declared dependencies: they decide between distributions of one import name
 */
export function resolveImport(
  project: ProjectFacts,
  from: ModuleInfo,
  fact: ImportFact,
  item: ImportedName,
  declared: ReadonlySet<string> = new Set(),
): Resolution {
  const asked = fact.kind === 'import' ? item.name : importedModule(from, fact);
  const module = asked === null ? null : withoutInit(project, firstName(project, asked));
  if (module === null) return { kind: 'missing', module: `${'.'.repeat(fact.level)}${fact.module}` };
  const taken = fact.kind === 'from' && item.name !== '*' ? `${module}.${item.name}` : module;
  const isElsewhere = taken !== module && isLackedByNamespace(project, module, taken);
  if (isModule(project, module) && !isElsewhere) {
    if (fact.kind === 'import' || item.name === '*')
      return { kind: 'internal', module, attribute: item.name === '*' ? '*' : null };
    if (isSubmodule(project, module, item.name))
      return { kind: 'internal', module: firstName(project, `${module}.${item.name}`), attribute: null };
    const home = project.relocated?.get(`${module}:${item.name}`);
    return { kind: 'internal', module: home && home !== from.name ? home : module, attribute: item.name };
  }
  const root = module.split('.')[0];
  if (fact.level > 0 || (!isElsewhere && isOwnRoot(project, root) && !isOfOthers(project, taken, declared))) {
    const maker = makerOf(project, module);
    return maker ? { kind: 'internal', module: maker, attribute: null } : { kind: 'missing', module };
  }
  const sibling = siblingScript(project, from, module, declared);
  if (sibling)
    return { kind: 'internal', module: sibling, attribute: fact.kind === 'from' ? item.name : null };
  if (root === '__main__') return { kind: 'stdlib', module };
  if (stdlibMinors(root, project.minors ?? KNOWN_MINORS).length > 0) return { kind: 'stdlib', module };
  return fromElsewhere(project, module, taken, declared);
}

function fromElsewhere(
  project: ProjectFacts,
  module: string,
  taken: string,
  declared: ReadonlySet<string>,
): Resolution {
  const [root] = module.split('.', 1);
  // A module of other versions' standard library is to be had from a distribution that took it over, if there is one.
  const isOld = STDLIB_MODULES.has(root) && !isListed(root);
  const external = isOld ? null : externalOf(module, taken, declared);
  const isDeclared = external?.kind === 'external' && declared.has(external.distribution);
  if (!isDeclared && isOnSearchPath(project, root)) return { kind: 'vendored', module };
  return external ?? { kind: 'missing', module };
}

function externalOf(module: string, taken: string, declared: ReadonlySet<string>): Resolution {
  const root = module.split('.')[0];
  const candidates = distributionsOf(taken);
  const usual = [...candidates, ...portionNames(taken), ...affixedNames(root)].filter((name) =>
    declared.has(name),
  );
  const named = usual.length > 0 ? usual : alikeNames(root, declared);
  return {
    kind: 'external',
    module,
    distribution: named[0] ?? candidates[0],
    candidates: [...candidates, ...named.filter((name) => !candidates.includes(name))],
  };
}

/** A package without an `__init__` has no names of its own: one that it shares and that is not here is another distribution's. */
function isLackedByNamespace(project: ProjectFacts, module: string, taken: string): boolean {
  return !project.modules.has(module) && !isModule(project, taken) && isForeignPortion(project, taken);
}

/** `pkg.__init__` runs the file of the package once more, under another name. */
function withoutInit(project: ProjectFacts, name: string): string {
  const home = parentOf(name);
  return leafOf(name) === '__init__' && project.modules.get(home)?.isPackage ? home : name;
}

function isOwnRoot(project: ProjectFacts, root: string): boolean {
  return project.layout.roots.some((candidate) => candidate.name === root) && isModule(project, root);
}

/** Does another distribution give a module below a package that is shared with it? The package says that it is shared, or that one is declared. */
function isOfOthers(project: ProjectFacts, module: string, declared: ReadonlySet<string>): boolean {
  if (!isForeignPortion(project, module)) return false;
  const names = [...distributionsOf(module), ...portionNames(module)];
  return isDeclaredNamespace(project, module.split('.')[0]) || names.some((name) => declared.has(name));
}

/**
 * Tests and scripts import their neighbours by bare name: the folder of the file, or one above it that is no package, is on `sys.path`
 * when it runs (`python script.py`; pytest puts the first folder without an `__init__` there). Inside of a package, and before folders above,
 * the standard library goes first: what runs has imported most of it already. What is declared does so inside of a package.
 */
function siblingScript(
  project: ProjectFacts,
  from: ModuleInfo,
  module: string,
  declared: ReadonlySet<string>,
): string | null {
  if (from.area === 'shipped') return null;
  const own = parentOf(from.name);
  const isStandard = STDLIB_MODULES.has(module.split('.')[0]);
  const isDeclared = distributionsOf(module).some((name) => declared.has(name));
  for (let folder = own; folder; folder = parentOf(folder)) {
    const isPackage = project.modules.has(folder);
    if ((isPackage || isStandard) && folder !== own) continue;
    if (isPackage && (isStandard || isDeclared)) continue;
    if (isModule(project, `${folder}.${module}`)) return `${folder}.${module}`;
  }
  return null;
}
