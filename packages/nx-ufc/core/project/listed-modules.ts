import { readLocations } from '../rewrite/locations/read-locations';
import type { CallFact } from '../python/facts/types';
import { callsNamed } from './calls-named';
import { parentOf } from './module-name';
import { rootOf } from './roots';
import { isAmong, placeOf } from './search-path';
import type { ModuleInfo, ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();
/** What lists a folder, and what lists a package (https://docs.python.org/3/library/pkgutil.html, https://werkzeug.palletsprojects.com/en/stable/utils/#werkzeug.utils.find_modules). */
const LISTS_FOLDER = /\b(iter_modules|walk_packages|listdir|scandir|r?glob|iterdir)\b/;
const LISTS_PACKAGE = new Set(['iter_modules', 'walk_packages', 'find_modules']);

/**
 * The folder below the package at the top that a file lies in whose modules the package's code goes through, wherever it finds them: they stay together, beside
 * one another. Null for other files.
 */
export function listedFolderOf(project: ProjectFacts, path: string): string | null {
  return [...listedFolders(project)].find((folder) => path.startsWith(`${folder}/`)) ?? null;
}

function listedFolders(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const shipped = [...project.modulesByPath.values()].filter(({ area }) => area === 'shipped');
  const found = new Set(
    shipped.flatMap((info) => [...foldersListed(project, info), ...packagesListed(project, info)]),
  );
  const kept = new Set([...found].filter((folder) => holdsModules(project, folder)));
  cache.set(project, kept);
  return kept;
}

/** `Path(__file__).parent.glob("*.py")`, `iter_modules([dirname(__file__)])` */
function foldersListed(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path)!;
  const { text } = project.sources.get(info.path)!;
  if (!/__file__|__path__/.test(text) || !LISTS_FOLDER.test(text)) return [];
  const { locations } = readLocations({ project, info, facts, text });
  return (locations?.locations ?? []).flatMap((location) => (location.listed && placeOf(location)) || []);
}

function packagesListed(project: ProjectFacts, info: ModuleInfo): string[] {
  return packageListings(project, info).map(({ folder }) => folder);
}

/** A call that lists the modules of a package of the project. */
export interface PackageListing {
  call: CallFact;
  package: string;
  folder: string;
}

/** `iter_modules(pkg.drivers.__path__)`, `find_modules("pkg.views")` */
export function packageListings(
  { facts, modules }: ProjectFacts,
  { path, name }: ModuleInfo,
): PackageListing[] {
  const { references } = facts.get(path)!;
  return callsNamed(facts.get(path)!, LISTS_PACKAGE).flatMap((call) => {
    const [first] = call.arguments;
    const paths = references.filter(
      (one) => one.parts.at(-1) === '__path__' && isAmong([call.span], one.span),
    );
    const named = paths.map(({ parts, resolved }) => (parts.length === 1 ? name : parentOf(resolved ?? '')));
    const literal = first?.value.kind === 'literal' ? [String(first.value.value)] : [];
    return [...named, ...literal].flatMap((one) => {
      const info = modules.get(one);
      return info?.isPackage ? [{ call, package: one, folder: parent(info.path) }] : [];
    });
  });
}

/** Several modules, in a folder below the package at the top. */
function holdsModules({ layout, modulesByPath }: ProjectFacts, folder: string): boolean {
  const root = rootOf(layout.roots, `${folder}/__init__.py`);
  const modules = [...modulesByPath.keys()].filter((path) => parent(path) === folder);
  return root !== undefined && root.path !== folder && modules.length > 2;
}

function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
