import type { ImportFact, ImportedName } from '../python/facts/types';
import { parentOf } from './module-name';
import { importedModule, isModule, isSubmodule } from './names';
import { distributionsOf } from './distributions';
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
  const module = fact.kind === 'import' ? item.name : importedModule(from, fact);
  if (module === null) return { kind: 'missing', module: `${'.'.repeat(fact.level)}${fact.module}` };
  if (isModule(project, module)) {
    if (fact.kind === 'import' || item.name === '*')
      return { kind: 'internal', module, attribute: item.name === '*' ? '*' : null };
    if (isSubmodule(project, module, item.name))
      return { kind: 'internal', module: `${module}.${item.name}`, attribute: null };
    const home = project.relocated?.get(`${module}:${item.name}`);
    return { kind: 'internal', module: home && home !== from.name ? home : module, attribute: item.name };
  }
  const root = module.split('.')[0];
  if (fact.level > 0 || isOwnRoot(project, root)) return { kind: 'missing', module };
  const sibling = siblingScript(project, from, module);
  if (sibling)
    return { kind: 'internal', module: sibling, attribute: fact.kind === 'from' ? item.name : null };
  if (stdlibMinors(root, project.minors ?? KNOWN_MINORS).length > 0) return { kind: 'stdlib', module };
  const candidates = distributionsOf(module);
  // A module of other versions' standard library is to be had from a distribution that took it over, if there is one.
  if (STDLIB_MODULES.has(root) && candidates.length === 1) return { kind: 'missing', module };
  return {
    kind: 'external',
    module,
    distribution: candidates.find((name) => declared.has(name)) ?? candidates[0],
  };
}

function isOwnRoot(project: ProjectFacts, root: string): boolean {
  return project.layout.roots.some((candidate) => candidate.name === root) && isModule(project, root);
}

/**
 * Tests and scripts import their neighbours by bare name: the folder of the file, or one above it, is on `sys.path` when
 * it runs (pytest's rootdir and conftest handling, `python script.py`).
 */
function siblingScript(project: ProjectFacts, from: ModuleInfo, module: string): string | null {
  if (from.area === 'shipped') return null;
  for (let folder = parentOf(from.name); folder; folder = parentOf(folder)) {
    if (isModule(project, `${folder}.${module}`)) return `${folder}.${module}`;
  }
  return null;
}
