import { isTaken } from '../metadata/package-patterns';
import type { DeclaredPlaces } from '../metadata/source-folders';
import { templateFolders } from './template-folders';
import { isTreePackage, treeRoot } from './tree-package';
import type { ImportRoot, PackageLayout, SourceTree } from './types';

const TEST_FOLDER =
  /^(_?tests?|__tests?__|testing|unit_?tests?|(integration|functional|acceptance)_?tests?|spec|specs|e2e)$/i;
/** What tests look at: programs in it are data, unless it is a package that code may import. */
const TEST_DATA = /^tests?[_-]?data$/i;
const NO_CODE = new Set([
  'doc',
  'docs',
  'documentation',
  'example',
  'examples',
  'sample',
  'samples',
  'scripts',
  'script',
  'bin',
  'tools',
  'tool',
  'bench',
  'benchmark',
  'benchmarks',
  'ci',
  'docker',
  'requirements',
  'notebooks',
  'tasks',
  'contrib',
  'misc',
]);
const NO_MODULE = new Set([
  'setup',
  'conftest',
  'noxfile',
  'tasks',
  'fabfile',
  'manage',
  'dodo',
  'conf',
  'versioneer',
  'gunicorn_conf',
  'hatch_build',
  '_custom_build',
  'build',
]);

/**
 * Which folders hold the code to ship. A tree that is a package itself is one; else a `src` folder that is no package wins; else every package at the root that is neither tests nor
 * tooling; else single modules at the root.
 * @param hints import names that the metadata declares (packages, py_modules, the distribution's own name)
 * @param places folders that the metadata declares; `src` and the tree itself count only where they hold no code
 */
export function detectLayout(
  tree: SourceTree,
  hints: readonly string[] = [],
  places: Partial<DeclaredPlaces> = {},
): PackageLayout {
  const paths = tree.files.map((file) => file.path);
  const migrations = migrationFolders(paths).filter((folder) => !hints.includes(folder));
  const python = paths.filter(
    (path) => path.endsWith('.py') && !migrations.some((folder) => path.startsWith(`${folder}/`)),
  );
  const templates = templateFolders(paths);
  const tests = testPlaces(python, hints).filter(
    (place) => !templates.some((folder) => place.startsWith(`${folder}/`)),
  );
  if (isTreePackage(tree, places)) return { kind: 'flat', roots: [treeRoot(hints, places)], tests };
  const code = python.filter((path) => !inTests(path, { tests }));
  const stubs = code.every((path) => !path.includes('/')) ? stubRoots(paths) : [];
  if (stubs.length > 0) return { kind: stubs.length > 1 ? 'multi-package' : 'flat', roots: stubs, tests };
  const declared = declaredRoots(python, hints, places);
  const below = (folder: string) => takenRoots(rootsBelow(python, folder, hints), places);
  const inSource = declared.length > 0 || hints.includes('src') ? declared : below('src');
  if (inSource.length > 0)
    return { kind: inSource.length > 1 ? 'multi-package' : 'src', roots: ordered(inSource, hints), tests };
  const all = below('');
  const found = all.filter((root) => root.kind !== 'module');
  const named = all.filter((root) => hints.includes(root.name));
  // A folder without an `__init__` is no package where the metadata names a module.
  if (named.length > 0 && found.every((root) => root.kind === 'namespace' && !hints.includes(root.name)))
    return {
      kind: named.length > 1 ? 'multi-package' : 'single-module',
      roots: ordered(named, hints),
      tests,
    };
  const suites = found.filter((root) => !hints.includes(root.name) && isSuite(python, root.path));
  const packages = suites.length < found.length ? found.filter((root) => !suites.includes(root)) : found;
  if (packages.length < found.length) tests.push(...suites.map((suite) => suite.path));
  const chosen = packages.filter((root) => hints.includes(root.name));
  const listed = packages.filter((root) => isListed(root, places));
  const roots =
    packages.length === 0
      ? all
      : listed.length > 0
        ? listed
        : chosen.length > 0
          ? keepNamed(packages, chosen)
          : packages;
  const kind = roots.length > 1 ? 'multi-package' : roots[0]?.kind === 'module' ? 'single-module' : 'flat';
  return { kind, roots: ordered(roots, hints), tests };
}

function declaredRoots(
  python: string[],
  hints: readonly string[],
  places: Partial<DeclaredPlaces>,
): ImportRoot[] {
  const { sourceFolders = [], packageFolders = {}, testPath = [], entryPoints = [] } = places;
  // A folder among the tests that is on the path of pytest holds what helps them.
  const ofCode = testPath.filter((folder) => !folder.split('/').some(isTestFolder));
  const named = [...hints, ...entryPoints.map(({ value }) => value.split(/[.:]/, 1)[0])];
  const folders = sourceFolders.length > 0 || isAtTop(python, named) ? sourceFolders : ofCode;
  const placed = Object.entries(packageFolders).flatMap(([name, path]) => placedRoot(python, name, path));
  const found = folders.flatMap((folder) => takenRoots(rootsBelow(python, folder, hints), places));
  if (placed.length === 0 || found.length > 0) return [...placed, ...found];
  const beside = rootsBelow(python, '', hints).filter((root) => hints.includes(root.name));
  return [
    ...placed,
    ...beside.filter(({ name, path }) => !placed.some((one) => one.name === name || one.path === path)),
  ];
}

/** Does a package that the metadata names, or that programs run, lie where packages do? */
function isAtTop(python: readonly string[], hints: readonly string[]): boolean {
  return hints.some((name) => python.some((path) => /^(src\/)?([^/]+)\//.exec(path)?.[2] === name));
}

/** The root of a package that lies in a folder of another name. */
function placedRoot(python: readonly string[], name: string, path: string): ImportRoot[] {
  if (!python.some((file) => file.startsWith(`${path}/`))) return [];
  const kind = python.includes(`${path}/__init__.py`) ? 'package' : 'namespace';
  return [{ name, kind, path, searchPath: path.slice(0, Math.max(0, path.lastIndexOf('/'))) }];
}

/** A package of another name that holds hardly anything but tests: `t`, `mytests`. */
function isSuite(python: readonly string[], folder: string): boolean {
  const names = python
    .filter((path) => path.startsWith(`${folder}/`) && !path.endsWith('/__init__.py'))
    .filter((path) => !path.slice(folder.length).split('/').slice(0, -1).some(isTestFolder))
    .map((path) => path.slice(path.lastIndexOf('/') + 1));
  return names.length > 0 && names.filter(isTestFile).length > names.length / 2;
}

function isTestFolder(name: string): boolean {
  return TEST_FOLDER.test(name);
}

/** Packages that the patterns of the packaging leave out do not ship, unless that is all of them. */
function takenRoots(roots: ImportRoot[], { packagePatterns }: Partial<DeclaredPlaces>): ImportRoot[] {
  const taken = roots.filter(
    ({ kind, name }) => kind === 'module' || !packagePatterns || isTaken(name, packagePatterns),
  );
  return taken.some(({ kind }) => kind !== 'module') ? taken : roots;
}

/** Does the packaging list a package? What such a list leaves out does not ship: helpers of builds, benchmarks. */
function isListed({ name }: ImportRoot, { packages = [] }: Partial<DeclaredPlaces>): boolean {
  return packages.some((one) => one === name || one.startsWith(`${name}.`));
}

/** With metadata, packages without an `__init__` count only when they are named in it. */
function keepNamed(packages: ImportRoot[], named: ImportRoot[]): ImportRoot[] {
  return packages.filter((root) => named.includes(root) || root.kind === 'package');
}

function ordered(roots: ImportRoot[], hints: readonly string[]): ImportRoot[] {
  const rank = (root: ImportRoot) => (hints.includes(root.name) ? hints.indexOf(root.name) : hints.length);
  return [...roots].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function rootsBelow(python: string[], searchPath: string, hints: readonly string[]): ImportRoot[] {
  const roots = candidatesBelow(python, searchPath, hints);
  const regular = roots.filter((root) => root.kind !== 'namespace' || hints.includes(root.name));
  return regular.some((root) => root.kind !== 'module')
    ? regular
    : [...regular, ...roots.filter((root) => root.kind === 'namespace')];
}

/** Folders that Alembic finds by the path in its settings: `env.py` and the versions lie in them (https://alembic.sqlalchemy.org/en/latest/tutorial.html). */
function migrationFolders(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => /^(.+)\/script\.py\.mako$/.exec(path)?.[1] ?? []);
  return folders.filter((folder) => paths.includes(`${folder}/env.py`));
}

/** All that could be imported were a folder on the path, tests and tooling left out. */
export function candidatesBelow(
  python: readonly string[],
  searchPath: string,
  hints: readonly string[],
): ImportRoot[] {
  const prefix = searchPath ? `${searchPath}/` : '';
  const found = new Map<string, ImportRoot>();
  for (const path of python) {
    if (!path.startsWith(prefix)) continue;
    const [first, ...rest] = path.slice(prefix.length).split('/');
    if (rest.length === 0) {
      const name = first.replace(/\.py$/, '');
      if (isModuleName(name, hints) && !found.has(name))
        found.set(name, { name, kind: 'module', path, searchPath });
      continue;
    }
    if (!isPackageName(first, hints)) continue;
    const isPackage = rest.length === 1 && rest[0] === '__init__.py';
    const known = found.get(first);
    if (!known || known.kind === 'module' || isPackage)
      found.set(first, {
        name: first,
        kind: isPackage ? 'package' : known?.kind === 'package' ? 'package' : 'namespace',
        path: prefix + first,
        searchPath,
      });
  }
  return [...found.values()];
}

/** Packages of stubs alone: `requests-stubs` (https://typing.python.org/en/latest/spec/distributing.html#stub-only-packages). */
function stubRoots(paths: readonly string[]): ImportRoot[] {
  return paths.flatMap((path) => {
    const [, searchPath = '', name] = /^(?:(src)\/)?([A-Za-z_]\w*-stubs)\/__init__\.pyi$/.exec(path) ?? [];
    return name
      ? [{ name, kind: 'package', path: searchPath ? `${searchPath}/${name}` : name, searchPath }]
      : [];
  });
}

function isPackageName(name: string, hints: readonly string[]): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name)) return false;
  return (
    hints.includes(name) || (!TEST_FOLDER.test(name) && !NO_CODE.has(name.toLowerCase()) && name !== 'src')
  );
}

function isModuleName(name: string, hints: readonly string[]): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name)) return false;
  if (name === '__init__' || name === '__main__') return false;
  return hints.includes(name) || (!NO_MODULE.has(name) && !/^tests?(_|$)|_tests?$/.test(name));
}

function testPlaces(python: string[], hints: readonly string[]): string[] {
  const known = new Set(python);
  const isPackage = (parts: string[], at: number) =>
    known.has([...parts.slice(0, at + 1), '__init__.py'].join('/'));
  const places = new Set<string>();
  const suites = new Map<string, boolean>();
  // Of a folder with a name of its own (`testsuite`) its files tell what it is.
  const isNamedSuite = (parts: string[]) => {
    const [folder, name] = [parts.join('/'), parts[parts.length - 1]];
    if (!/test/i.test(name) || hints.includes(name)) return false;
    if (!suites.has(folder)) suites.set(folder, isSuite(python, folder));
    return suites.get(folder)!;
  };
  for (const path of python) {
    const parts = path.split('/');
    const at = parts
      .slice(0, -1)
      .findIndex(
        (part, i) =>
          (TEST_FOLDER.test(part) && !isNamedByMetadata(parts.slice(0, i + 1), hints)) ||
          (TEST_DATA.test(part) && !isPackage(parts, i)) ||
          isNamedSuite(parts.slice(0, i + 1)),
      );
    if (at >= 0) places.add(parts.slice(0, at + 1).join('/'));
    else if (isTestFile(parts[parts.length - 1])) places.add(path);
  }
  return [...places].sort();
}

/** The package of a distribution may be called like a folder of tests, below a namespace: `zope/testing` of zope.testing. */
function isNamedByMetadata(parts: readonly string[], hints: readonly string[]): boolean {
  return parts.slice(0, -1).some((_, i) => hints.includes(parts.slice(i).join('_').toLowerCase()));
}

/** Is a file one of the tests of a layout, or called like a test at the top? */
export function inTests(path: string, layout: Pick<PackageLayout, 'tests'>): boolean {
  return (
    layout.tests.some((place) => path === place || path.startsWith(`${place}/`)) ||
    (!path.includes('/') && isTestFile(path))
  );
}

/** `test_x.py`, `tests_x.py`, `x_test.py`, `conftest.py`, `test.py`, `tests.py`: what pytest and unittest look for, or are told to (`tests-x.py`). */
export function isTestFile(name: string): boolean {
  return /^(tests?[_-].*|.*_test|conftest|tests?)\.py$/.test(name);
}
