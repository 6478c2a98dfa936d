import type { ReviewItem } from '../plan/types';
import type { MoveMapping } from '../rewrite/mapping';
import type { WorkspaceFile } from './types';

/** Modules of other projects that have the name of a package which moves: many services have a `config` and a `main`. */
export interface OwnModules {
  /** The roots of which a file's own project has a module, each with the module's path. */
  of(path: string): ReadonlyMap<string, string>;
  /** All roots of which some other project has a module. */
  elsewhere: ReadonlySet<string>;
  /** The folders that these modules lie in. */
  folders: ReadonlySet<string>;
}

/** Where a project has its packages. */
const SOURCE_FOLDERS = ['', 'src/', 'lib/', 'python/', 'backend/'];

/**
 * @param python every Python file of the workspace outside of the package
 * @param place folder of the package: a package that it lay in is none of another project
 */
export function ownModules(
  python: readonly WorkspaceFile[],
  { roots, modules }: Pick<MoveMapping, 'roots' | 'modules'>,
  place: string,
): OwnModules {
  const paths = new Set(python.map(({ path }) => path));
  const isAround = (path: string) => place.startsWith(path.replace(/__init__\.py$/, ''));
  const tops = [...roots].flatMap((root) => [
    ...[...paths]
      .filter((path) => isTop(paths, path, root) && !isAround(path))
      .map((path) => ({ root, path, folder: folderOfTop(root, path) })),
    ...namespaces(paths, root, modules),
  ]);
  const elsewhere = new Set(tops.map(({ root }) => root));
  const folders = new Set(tops.map(({ folder }) => folder).filter((folder) => folder !== ''));
  return {
    elsewhere,
    folders,
    of(path) {
      const found = new Map<string, string>();
      const folders = path.split('/').slice(0, -1);
      for (let depth = folders.length; depth >= 1; depth--) {
        const folder = folders.slice(0, depth).join('/');
        for (const root of roots) {
          const own = SOURCE_FOLDERS.flatMap((below) =>
            ['.py', '/__init__.py'].map((end) => `${folder}/${below}${root}${end}`),
          ).find((candidate) => paths.has(candidate));
          if (own !== undefined && !found.has(root)) found.set(root, own);
        }
      }
      const project = projectOf(path);
      for (const top of tops)
        if (project !== '' && projectOf(top.path) === project && !found.has(top.root))
          found.set(top.root, top.path);
      return found;
    },
  };
}

/** The project that a file most likely belongs to: `apps/shop`; "" for what is of the whole workspace. */
export function projectOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.length < 2 || folders[0].startsWith('.') ? '' : folders.slice(0, 2).join('/');
}

/**
 * Folders that have modules of a package which is a namespace and moves, as the monolith has that it was extracted from; the first module of each stands for it.
 * A package with an `__init__` would be found before such a folder (https://docs.python.org/3/reference/import.html#namespace-packages).
 */
function namespaces(
  paths: ReadonlySet<string>,
  root: string,
  modules: MoveMapping['modules'],
): { root: string; path: string; folder: string }[] {
  if (modules.has(root)) return [];
  const found = new Map<string, string>();
  for (const path of paths) {
    const at = path.lastIndexOf(`/${root}/`);
    if (at < 0) continue;
    const name = path
      .slice(at + 1)
      .replace(/(\/__init__)?\.py$/, '')
      .replaceAll('/', '.');
    const folder = path.slice(0, at);
    if (modules.has(name) && !found.has(folder)) found.set(folder, path);
  }
  return [...found].map(([folder, path]) => ({ root, path, folder }));
}

/** Is a file the module of that name, in a folder that is no package? */
function isTop(paths: ReadonlySet<string>, path: string, root: string): boolean {
  const folder = [`${root}.py`, `${root}/__init__.py`].find(
    (end) => path === end || path.endsWith(`/${end}`),
  );
  return folder !== undefined && !paths.has(`${path.slice(0, -folder.length)}__init__.py`);
}

/** `apps/shop/src/shop/__init__.py` and `apps/shop/src/shop.py` lie in `apps/shop/src`. */
function folderOfTop(root: string, path: string): string {
  return path.replace(/\/__init__\.py$|\.py$/, '').slice(0, -root.length - 1);
}

/** What moves, for files that mean other modules by some of its names. */
export function withoutRoots(mapping: MoveMapping, hidden: ReadonlyMap<string, string>): MoveMapping {
  if (hidden.size === 0) return mapping;
  return {
    ...mapping,
    roots: new Set([...mapping.roots].filter((root) => !hidden.has(root))),
    modules: new Map([...mapping.modules].filter(([module]) => !hidden.has(module.split('.')[0]))),
  };
}

/** A module that files around it mean instead of the package that moves. */
export function shadowed(own: string): ReviewItem {
  return {
    path: own,
    line: 1,
    column: 1,
    rule: 'OWN_MODULE',
    message: 'the files around it import this module, not the package that moves; they are left as they are',
  };
}
