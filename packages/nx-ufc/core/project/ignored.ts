/** Folders and files that are never part of a package's source, each with why. */
const FOLDERS: [RegExp, string][] = [
  [/^\.(git|hg|svn)$/, 'version control'],
  [
    /^(__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.nox|\.hypothesis|\.eggs|\.cache|\.ipynb_checkpoints)$/,
    'cache',
  ],
  [/^(\.venv|\.env\.d|node_modules)$/, 'installed packages'],
  [/^\.idea$/, 'editor settings'],
];
const FILES: [RegExp, string][] = [
  [/\.py[cod]$/, 'compiled code'],
  [/^(\.coverage|\.DS_Store|Thumbs\.db)$/, 'made by a tool'],
];

/** What an environment has at its top (https://docs.python.org/3/library/venv.html, conda); tests may have installed packages as data. */
const ENVIRONMENT = /^(pyvenv\.cfg|conda-meta)$/;

/**
 * Why a folder is left out, or null. `build` and `dist` at the root, and `venv` anywhere, may be packages: `hatch.venv`.
 * @param children names of what lies in it
 */
export function ignoredFolder(path: string, children: readonly string[]): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPackage = children.includes('__init__.py');
  if (children.some((child) => ENVIRONMENT.test(child))) return 'virtual environment';
  if ((path === 'build' || path === 'dist') && !isPackage) return 'build output';
  if (name === 'venv' && !isPackage) return 'installed packages';
  return FOLDERS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Why a file is left out, or null. */
export function ignoredFile(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return FILES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
