import { djangoAppOf } from './django-apps';
import { innerPath, isInRoot } from './roots';
import type { ImportRoot, ProjectFacts } from './types';

/**
 * The import package that becomes the package of the capability; null when each keeps its name below a layer, as the apps of Django must
 * and as the parts of a service do.
 */
export function ownRoot(project: ProjectFacts): ImportRoot | null {
  const { roots, isParts = false } = project.layout;
  return isParts || roots.some(({ name }) => djangoAppOf(project, name) === name) ? null : (roots[0] ?? null);
}

/** The package that becomes that of the capability: the own root, or the one package in which all modules of a namespace lie. */
export function ownPackage(project: ProjectFacts): ImportRoot | null {
  const root = ownRoot(project);
  return root && homeOf(project, root);
}

/** Path of a file below the package of its root, see `ownPackage`. */
export function innerPathOf(project: ProjectFacts, path: string, root: ImportRoot): string {
  const home = homeOf(project, root);
  return innerPath(path, isInRoot(home, path) ? home : root);
}

const homes = new WeakMap<ProjectFacts, Map<ImportRoot, ImportRoot>>();

/**
 * The one package below a namespace in which all of its modules lie, `azure.mgmt.commerce` of `azure`; the root itself where there is none. Its
 * `__init__` runs before any of them, which the order of their imports may rely on.
 */
export function homeOf(project: ProjectFacts, root: ImportRoot): ImportRoot {
  if (root.kind !== 'namespace') return root;
  const known = homes.get(project) ?? new Map<ImportRoot, ImportRoot>();
  homes.set(project, known);
  const home = known.get(root) ?? findHome(project, root);
  known.set(root, home);
  return home;
}

function findHome({ modulesByPath, layout }: ProjectFacts, root: ImportRoot): ImportRoot {
  const shared = new Set(layout.namespaceInits?.map(({ path }) => path));
  const folders = [...modulesByPath.values()]
    .filter(({ path, area }) => area === 'shipped' && isInRoot(root, path) && !shared.has(path))
    .map(({ path }) => path.split('/').slice(0, -1));
  if (folders.length === 0) return root;
  const common = folders.reduce((a, b) => a.slice(0, sharedLength(a, b))).join('/');
  const init = modulesByPath.get(`${common}/__init__.py`);
  return init && common !== root.path && !shared.has(init.path)
    ? { ...root, name: init.name, kind: 'package', path: common }
    : root;
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? a.length : at;
}
