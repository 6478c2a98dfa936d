import { normaliseName } from './distributions';
import { parentOf } from './module-name';
import { isModule } from './names';
import type { ProjectFacts } from './types';

/**
 * What a declared distribution gives below a package of the project without an `__init__`, by its name: `poetry.core` of poetry-core.
 * @param required PEP 503 names of what is declared
 */
export function foreignPortions(
  { layout, modules }: ProjectFacts,
  required: ReadonlySet<string> = new Set(),
): string[] {
  const roots = layout.roots.filter(({ kind, name }) => kind === 'namespace' && !modules.has(name));
  return roots.flatMap(({ name }) =>
    [...required].flatMap((distribution) => {
      if (!distribution.startsWith(`${normaliseName(name)}-`)) return [];
      const portion = `${name}.${distribution.slice(name.length + 1).replaceAll('-', '.')}`;
      return [...modules.keys()].some((module) => isOrIsBelow(module, portion)) ? [] : [portion];
    }),
  );
}

function isOrIsBelow(module: string, name: string): boolean {
  return module === name || module.startsWith(`${name}.`);
}

/**
 * Is a package of the project shared with other distributions? Those lie at the top, and hold nothing but packages, are declared so, or
 * another distribution is declared that has a part of it: `zope.interface`, `google.cloud.storage`.
 */
export function isSharedNamespace(project: ProjectFacts, name: string): boolean {
  const outer = parentOf(name);
  if (project.modules.has(name) || !isModule(project, name) || (outer && !isSharedNamespace(project, outer)))
    return false;
  if (isDeclaredNamespace(project, name)) return true;
  if (project.foreignPortions?.some((portion) => portion.startsWith(`${name}.`))) return true;
  const within = [...project.modules.values()].filter((info) => parentOf(info.name) === name);
  return within.every(({ isPackage }) => isPackage);
}

/** Does a package say itself that it is shared? */
export function isDeclaredNamespace({ layout }: ProjectFacts, name: string): boolean {
  return layout.namespaceInits?.some((one) => one.name === name) ?? false;
}

/** Is a name that the project has no module for one of another distribution, with which it shares a package? */
export function isForeignPortion(project: ProjectFacts, name: string): boolean {
  const parent = parentOf(name);
  if (parent === '') return false;
  return isModule(project, parent) ? isSharedNamespace(project, parent) : isForeignPortion(project, parent);
}
