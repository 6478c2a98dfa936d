import type { SourceTree } from '../project/types';
import { fileConstant } from './module-constant';

const ABOUT = ['__init__.py', '__version__.py', '_version.py', 'version.py', '__about__.py', 'about.py'];

/** `about["__title__"]`: what a module says of its distribution, executed into a dictionary; null when several differ. */
export function aboutConstant(tree: SourceTree, name: string): string | null {
  if (!/^__\w+__$/.test(name)) return null;
  const found = new Set(aboutFiles(tree).map((path) => fileConstant(tree, path, name)));
  found.delete(null);
  return found.size === 1 ? [...found][0] : null;
}

/**
 * A version that is computed almost always comes from `__version__` of a module that setup.py names: the package itself is tried, then
 * what is near.
 * @param distribution the name of the distribution, when it is known
 */
export function versionNearby(tree: SourceTree, distribution: string | null): string | null {
  const folder = (distribution ?? '').toLowerCase().replace(/[-.]/g, '_');
  const near = ABOUT.flatMap((module) => [`${folder}/${module}`, `src/${folder}/${module}`]);
  for (const path of [...near, ...aboutFiles(tree)]) {
    for (const variable of ['__version__', 'VERSION', 'version']) {
      const found = fileConstant(tree, path, variable);
      if (found !== null) return found;
    }
  }
  return null;
}

function aboutFiles(tree: SourceTree): string[] {
  return tree.files
    .map((file) => file.path)
    .filter(
      (path) =>
        ABOUT.includes(path.split('/').pop()!) && path.split('/').length <= 3 && !/^tests?\//.test(path),
    );
}
