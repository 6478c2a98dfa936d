import { patternsInPyproject, type PackagePatterns } from './package-patterns';
import { poetryPackages } from './poetry';
import type { CodeArgument } from './types';
import { list, strings, table, text, type Table } from './toml-values';

/** Where packaging says that code lies, relative to the project. */
export interface CodePlaces {
  /** Folders that packages lie in: `lib`. */
  sourceFolders: string[];
  /** Folders of packages that are called otherwise, by import name; "" where the project's own folder is the package. */
  packageFolders: Record<string, string>;
  /** Folders that pytest puts on the path: of code, or of helpers for tests. */
  testPath?: string[];
  packagePatterns?: PackagePatterns;
}

/** What a layout is told of the packaging. */
export interface DeclaredPlaces extends CodePlaces {
  /** Programs and plugins, which show what a package is called whose distribution is called otherwise. */
  entryPoints?: readonly { value: string }[];
  /** Import names of packages and modules where they are listed one by one, none where they are found by a rule. */
  packages?: readonly string[];
}

/** Which packages and modules there are, and where they lie. */
export const CODE_ARGUMENTS: readonly CodeArgument[] = ['packages', 'py_modules', 'package_dir'];

/**
 * Places in the tables of the build backends
 * (https://setuptools.pypa.io/en/latest/userguide/package_discovery.html, https://python-poetry.org/docs/pyproject/#packages,
 * https://hatch.pypa.io/latest/config/build, https://backend.pdm-project.org/build_config, https://docs.astral.sh/uv/reference/settings/#build-backend,
 * https://www.maturin.rs/project_layout, https://scikit-build-core.readthedocs.io), and what pytest puts on the path.
 */
export function placesInPyproject(data: Table): CodePlaces {
  const tool = table(data.tool);
  const setuptools = table(tool.setuptools);
  const wheel = table(table(table(table(tool.hatch).build).targets).wheel);
  const { sourceFolders, packageFolders } = placesOf(strings(table(setuptools['package-dir'])), [
    ...list(table(table(setuptools.packages).find).where),
    ...poetryPackages(tool).map(({ from }) => from),
    ...[...list(wheel.packages), ...list(wheel['only-include'])].map(parentFolder),
    ...(Array.isArray(wheel.sources) ? wheel.sources : Object.keys(table(wheel.sources))),
    table(table(tool.pdm).build)['package-dir'],
    table(table(tool.uv)['build-backend'])['module-root'],
    table(tool.maturin)['python-source'],
    ...list(table(table(tool['scikit-build']).wheel).packages).map(parentFolder),
  ]);
  const forTests = table(table(tool.pytest).ini_options).pythonpath;
  const folders: unknown[] = Array.isArray(forTests) ? forTests : (text(forTests) ?? '').split(/\s+/);
  return {
    sourceFolders,
    packageFolders,
    testPath: placesOf({}, folders).sourceFolders,
    packagePatterns: patternsInPyproject(setuptools),
  };
}

/** @param packageDir setuptools' `package_dir`: a package, or "" for all others, and its folder */
export function placesOf(packageDir: Record<string, string>, folders: readonly unknown[]): CodePlaces {
  const found = new Set<string>();
  const packageFolders: Record<string, string> = {};
  const add = (folder: unknown) => {
    const clean = typeof folder === 'string' ? cleanFolder(folder) : '';
    if (clean !== '') found.add(clean);
  };
  const packages = Object.keys(packageDir).flatMap((name) =>
    name === '' ? [] : [cleanFolder(packageDir[name])],
  );
  const isInPackage = (path: string) => packages.some((one) => one !== '' && path.startsWith(`${one}/`));
  for (const [name, folder] of Object.entries(packageDir)) {
    const path = cleanFolder(folder);
    const [root, ...rest] = name.split('.');
    if (root === '') add(folder);
    else if (!isInPackage(path) && `/${path}`.endsWith(`/${name.replaceAll('.', '/')}`))
      add(path.slice(0, -name.length - 1));
    else if (path === '' ? isProject(folder) : rest.length === 0)
      packageFolders[path === '' ? name : root] = path;
  }
  folders.forEach(add);
  return { sourceFolders: [...found], packageFolders };
}

/** A folder of the project without `./` and a slash at the end; "" for the project itself and for what is no folder of it. */
function cleanFolder(folder: string): string {
  const parts = folder.replaceAll('\\', '/').split('/');
  const clean = parts.filter((part) => part !== '' && part !== '.').join('/');
  return folder.startsWith('/') || parts.includes('..') || /[*?[\]]/.test(clean) ? '' : clean;
}

/** Does a path mean the folder of the project? */
function isProject(folder: string): boolean {
  return /^(\.[/\\]*)?$/.test(folder);
}

function parentFolder(path: unknown): string {
  const clean = typeof path === 'string' ? cleanFolder(path) : '';
  return clean.slice(0, Math.max(0, clean.lastIndexOf('/')));
}
