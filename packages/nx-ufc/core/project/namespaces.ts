import { moduleNameOf, parentOf } from './module-name';
import { isModule } from './names';
import { innerPath, rootOf } from './roots';
import type { ProjectFacts } from './types';

/**
 * Is a package of the project shared with other distributions? Those lie at the top, and hold nothing but packages or are declared so:
 * `zope.interface`, `google.cloud.storage`.
 */
export function isSharedNamespace(project: ProjectFacts, name: string): boolean {
  const outer = parentOf(name);
  if (project.modules.has(name) || !isModule(project, name) || (outer && !isSharedNamespace(project, outer)))
    return false;
  if (declaredNamespaces(project).has(name)) return true;
  const within = [...project.modules.values()].filter((info) => parentOf(info.name) === name);
  return within.every(({ isPackage }) => isPackage);
}

/** Packages that say themselves that they are shared. */
export function declaredNamespaces({ layout }: ProjectFacts): ReadonlySet<string> {
  const names = (layout.namespaceInits ?? []).map((path) => {
    const root = rootOf(layout.roots, path)!;
    const inner = moduleNameOf(innerPath(path, root), '');
    return inner === '' ? root.name : `${root.name}.${inner}`;
  });
  return new Set(names);
}

/** Is a name that the project has no module for one of another distribution, with which it shares a package? */
export function isForeignPortion(project: ProjectFacts, name: string): boolean {
  const parent = parentOf(name);
  if (parent === '') return false;
  return isModule(project, parent) ? isSharedNamespace(project, parent) : isForeignPortion(project, parent);
}
