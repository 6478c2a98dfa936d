import type { ImportRoot } from './types';

const BESIDE_CODE = /^(tests?|testing|docs?|examples?|\..*)$/i;
const DOCUMENT =
  /^\.|^(readme|licen[cs]e|copying|changelog|changes|history|authors|notice)\b|\.(md|rst|toml|cfg|ini|txt|lock)$/i;
/** What makes and starts images and processes. */
const OPERATIONS =
  /^(dockerfile|containerfile|makefile|justfile|procfile|jenkinsfile|(docker-)?compose|entrypoint)\b|\.(sh|dockerfile)$/i;

/** Programs of tools that packages are made with. */
const TOOLING = /^(setup|noxfile|fabfile|dodo|versioneer|hatch_build|_custom_build)\.py$/;

/** Does a file belong to an import root? Where the whole tree is the package, its tests, tools and documents do not. */
export function isInRoot(root: ImportRoot, path: string): boolean {
  if (root.kind === 'module') return path === root.path || path === `${root.path}i`;
  if (root.path !== '') return path.startsWith(`${root.path}/`);
  return path.includes('/')
    ? !BESIDE_CODE.test(path.slice(0, path.indexOf('/')))
    : ![DOCUMENT, OPERATIONS, TOOLING].some((pattern) => pattern.test(path));
}

/** The import root that a file belongs to: the innermost one, since a package may lie in the folder of another. */
export function rootOf(roots: readonly ImportRoot[], path: string): ImportRoot | undefined {
  let found: ImportRoot | undefined;
  for (const root of roots)
    if (isInRoot(root, path) && (!found || root.path.length > found.path.length)) found = root;
  return found;
}

/** Path of a file below the folder of its root package. */
export function innerPath(path: string, root: ImportRoot): string {
  if (root.kind === 'module') return path.slice(path.lastIndexOf('/') + 1);
  return root.path === '' ? path : path.slice(root.path.length + 1);
}

/** The file that is run for the root itself. */
export function fileOfRoot(root: ImportRoot): string {
  if (root.kind === 'module') return root.path;
  return root.path === '' ? '__init__.py' : `${root.path}/__init__.py`;
}
