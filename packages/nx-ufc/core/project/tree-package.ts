import type { CodePlaces } from '../metadata/source-folders';
import type { FileFacts } from '../python/facts/types';
import type { ImportRoot, PackageLayout, SourceTree } from './types';
import { moduleNameOf } from './module-name';
import { topLevelNames } from './search-folders';
import { STDLIB_MODULES } from './stdlib';

const PROJECT_FILE = /^(pyproject\.toml|setup\.(py|cfg))$/;
/** As many different modules of the tree must be imported by a host's name before that name is believed. */
const WITNESSES = 3;

/**
 * Is the tree itself a package? Its `__init__.py` lies at the top, and nothing there describes a project, as where it was cut out of
 * an application, or what does says so (`package_dir={"sample": "."}`).
 */
export function isTreePackage({ files }: SourceTree, places: Partial<CodePlaces>): boolean {
  return (
    files.some(({ path }) => path === '__init__.py') &&
    (packageOfProject(places) !== undefined || !files.some(({ path }) => PROJECT_FILE.test(path)))
  );
}

/** The package that the folder of the project is by its packaging. */
export function packageOfProject({ packageFolders = {} }: Partial<CodePlaces>): string | undefined {
  return Object.keys(packageFolders).find((name) => packageFolders[name] === '');
}

/** The root of such a tree. @param hints names that it may have, a folder's at last */
export function treeRoot(hints: readonly string[], places: Partial<CodePlaces>): ImportRoot {
  const named = hints.find((hint) => /^[A-Za-z_]\w*$/.test(hint));
  return { name: packageOfProject(places) ?? named ?? 'package', kind: 'package', path: '', searchPath: '' };
}

/**
 * Is the folder of a project a package though its packaging, which a program computes, does not say so? Modules at the top import one
 * another relatively, which only those of a package can, and the packages there are neither declared nor imported by their bare names.
 */
export function isPackageBesideProject(
  facts: ReadonlyMap<string, FileFacts>,
  { roots, tests }: PackageLayout,
  declared: readonly string[],
): boolean {
  if (!facts.has('__init__.py')) return false;
  const named = new Set([...declared, ...[...facts.values()].flatMap(topLevelNames)]);
  if (roots.some(({ kind, name }) => kind === 'package' && named.has(name))) return false;
  const atTop = [...facts].filter(([path]) => !path.includes('/') && !tests.includes(path));
  const isSibling = (name: string) => facts.has(`${name.split('.', 1)[0]}.py`);
  return atTop.some(([, { imports }]) =>
    imports.some(
      ({ level, module, names }) =>
        level === 1 && (module === '' ? names.some(({ name }) => isSibling(name)) : isSibling(module)),
    ),
  );
}

/** Do modules that are no tests import what lies at the top as from the folder of the tree: `from utils import x`? */
function importsByBareName(
  facts: ReadonlyMap<string, FileFacts>,
  isTest: (path: string) => boolean,
): boolean {
  const paths = [...facts.keys()].filter((path) => path.endsWith('.py'));
  const tops = new Set(paths.map((path) => path.split('/', 1)[0].replace(/\.py$/, '')));
  const isOwn = (name: string) => tops.has(name) && !STDLIB_MODULES.has(name);
  return paths.some((path) => !isTest(path) && topLevelNames(facts.get(path)!).some(isOwn));
}

/** Do all modules that import one another do so by their bare names: functions of AWS Lambda, programs of one folder? */
export function runsInFolder(
  facts: ReadonlyMap<string, FileFacts>,
  isTest: (path: string) => boolean,
): boolean {
  const isRelative = [...facts].some(
    ([path, { imports }]) => !isTest(path) && imports.some(({ level }) => level > 0),
  );
  return !isRelative && importsByBareName(facts, isTest);
}

/**
 * The root of a service that nothing packages and that is imported by its path in the repository: `services/orders` by modules that say
 * `from services.orders.models import x`. What it imports by the bare name, as from its own folder, speaks against it.
 * @param folder path of the tree
 */
export function folderRoot(
  folder: string,
  facts: ReadonlyMap<string, FileFacts>,
  isTest: (path: string) => boolean,
): ImportRoot | null {
  const paths = [...facts.keys()].filter((path) => path.endsWith('.py'));
  const names = [...witnessesOf(facts, paths).keys()].filter((name) =>
    `.${folder.replaceAll('/', '.')}`.endsWith(`.${name}`),
  );
  const name = names.sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return null;
  const path = name.replaceAll('.', '/');
  const hasOwn = paths.some((one) => one === `${path}.py` || one.startsWith(`${path}/`));
  if (hasOwn || importsByBareName(facts, isTest)) return null;
  return { name, kind: facts.has('__init__.py') ? 'package' : 'namespace', path: '', searchPath: '' };
}

/**
 * The dotted name by which the modules of a tree import one another absolutely: `host.services.storage` when they say
 * `from host.services.storage.config import x` and there is a config.py. Null when too few of them do.
 * @param folder name of the tree: a name that ends with it needs one witness only
 */
export function nameInHost(
  facts: ReadonlyMap<string, FileFacts>,
  folder: string,
  paths: readonly string[],
): string | null {
  const [best] = [...witnessesOf(facts, paths)].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  if (!best) return null;
  const [prefix, seen] = best;
  return seen.size >= WITNESSES || prefix.endsWith(`.${folder}`) ? prefix : null;
}

/** What may be the name of the folder that some modules lie in, each with the modules that are imported below it. */
function witnessesOf(
  facts: ReadonlyMap<string, FileFacts>,
  paths: readonly string[],
): Map<string, Set<string>> {
  const inner = new Set(paths.map((path) => moduleNameOf(path, '')).filter((name) => name !== ''));
  const witnesses = new Map<string, Set<string>>();
  for (const { imports } of facts.values())
    for (const fact of imports)
      for (const module of fact.level > 0
        ? []
        : fact.kind === 'from'
          ? [fact.module]
          : fact.names.map((item) => item.name))
        for (let at = module.indexOf('.'); at > 0; at = module.indexOf('.', at + 1)) {
          const rest = module.slice(at + 1);
          if (!inner.has(rest)) continue;
          const prefix = module.slice(0, at);
          witnesses.set(prefix, (witnesses.get(prefix) ?? new Set()).add(rest));
        }
  return witnesses;
}
