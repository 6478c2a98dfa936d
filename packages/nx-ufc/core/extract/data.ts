import type { ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import { namedInside } from './named-inside';
import { READER } from './named-modules';
import type { Extraction } from './types';

type Taken = Extraction['files'][number];

/** What is built and not written, and what no running code reads. */
const NO_DATA = /\.(pyc|pyo|pyd|so|dll|dylib|c|cc|cpp|h|pyx|pxd|o)$/;
/** A call or a name by which code finds files beside itself. */
const PLACE = /^(__file__|__path__|__package__|__spec__)$/;

/**
 * Data files that extracted code reads: whatever lies in a package that was named as a whole, what a taken module names by file or folder,
 * what has the ending of names that a module puts together, what lies in a package that is taken and holds nothing else.
 * @param code paths of the modules that are taken as they are @param packages folders of packages that were named as a whole
 */
export function dataOf(
  project: ProjectFacts,
  code: ReadonlySet<string>,
  packages: ReadonlySet<string>,
): Taken[] {
  const readers = [...code].map((path) => readerOf(project, path));
  const stores = dataPackages(project, code);
  const holders = new Set([...code].map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const candidates = project.tree.files
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('.py') && !NO_DATA.test(path) && !isTest(project, path));
  const found = candidates.flatMap((path): Taken[] => {
    if (path.endsWith('.pyi') && code.has(path.slice(0, -1))) return [{ path, reason: 'types of a module' }];
    const reader = readers.find((one) => reads(project, holders, one, path));
    if (reader) return [{ path, reason: `opened by ${reader.path}` }];
    const store = enclosing(stores, path);
    if (store !== null) return [{ path, reason: `data of ${store}` }];
    const whole = enclosing(packages, path);
    if (whole !== null) return [{ path, reason: `data of ${whole}, which is named` }];
    const isMarker =
      path.endsWith('/py.typed') && [...code].some((file) => file.startsWith(path.slice(0, -8)));
    return isMarker ? [{ path, reason: 'marks a typed package' }] : [];
  });
  const paths = found.map(({ path }) => path);
  const more = [...namedInside(project, paths, candidates)];
  return [...found, ...more.map(([path, from]) => ({ path, reason: `data that ${from} names` }))];
}

/** Folders that modules which are taken lie in, with a slash behind. */
type Folders = ReadonlySet<string>;

/** What a module says about files: names and paths, beginnings of paths, endings of names that it puts together. */
interface Reader {
  path: string;
  /** Its own, and those of packages that it gives to a reader of data. */
  folders: readonly string[];
  names: ReadonlySet<string>;
  endings: readonly string[];
}

function readerOf(project: ProjectFacts, path: string): Reader {
  const facts = project.facts.get(path);
  const joined = facts ? joinedPaths(facts) : new Map<number, string>();
  const values = (facts?.strings ?? []).flatMap(({ bytes, role, value }, at) => {
    if (bytes || role === 'docstring' || value.length >= 200) return [];
    return [(joined.get(at) ?? value).replace(/^\.?\//, '').replace(/\/$/, '')];
  });
  return {
    path,
    folders: [path.slice(0, path.lastIndexOf('/') + 1), ...(facts ? packagesRead(project, facts) : [])],
    names: new Set(values),
    endings: facts && findsItsPlace(facts) ? values.flatMap(endingOf) : [],
  };
}

/** `join("static", "dist")` names one path: that path in place of each literal that follows another at once. */
function joinedPaths({ calls, strings }: FileFacts): Map<number, string> {
  const found = new Map<number, string>();
  for (const { callee, arguments: given } of calls) {
    if (!/(^|\.)(join|joinpath|Path|PurePath)$/.test(callee)) continue;
    for (let from = 0; from < given.length; from++) {
      let to = from;
      while (to < given.length && isPart(given[to].string, strings)) to++;
      const path = given
        .slice(from, to)
        .map(({ string }) => strings[string].value.replace(/\/$/, ''))
        .join('/');
      for (const { string } of given.slice(from, to)) found.set(string, path);
      from = to;
    }
  }
  return found;
}

function isPart(at: number, strings: FileFacts['strings']): boolean {
  return at >= 0 && !strings[at].formatted;
}

/** `get_data("pkg", …)`, `files("pkg")`. */
function packagesRead({ modules }: ProjectFacts, { strings, calls }: FileFacts): string[] {
  return strings.flatMap(({ value, role, call }) => {
    const info =
      role === 'argument' && READER.test(calls[call]?.callee ?? '') ? modules.get(value) : undefined;
    return info?.isPackage ? [info.path.replace(/__init__\.py$/, '')] : [];
  });
}

function findsItsPlace({ references, calls }: FileFacts): boolean {
  return (
    references.some(({ parts }) => PLACE.test(parts[0])) || calls.some(({ callee }) => READER.test(callee))
  );
}

/** `f"{name}.json"`, `"*.json"`, `"%s.json"`, `".json"` → `.json`. */
function endingOf(value: string): string[] {
  const [, ending] = /^(?:.*(?:[*}]|%s))?(\.[A-Za-z]\w{0,9})$/.exec(value) ?? [];
  return ending === undefined ? [] : [ending];
}

/** Beside or below the module: the file by its path, its name or the first folder of its path, or by its ending. */
function reads(
  project: ProjectFacts,
  code: Folders,
  { folders, names, endings }: Reader,
  path: string,
): boolean {
  const folder = folders.find((one) => path.startsWith(one));
  if (folder === undefined) return false;
  const inner = path.slice(folder.length);
  const below = inner.split('/');
  if (names.has(inner) || names.has(below[below.length - 1])) return true;
  for (let depth = below.length - 1; depth > 0; depth--) {
    const parts = below.slice(0, depth);
    const named = parts.join('/');
    const isNamed = names.has(named) || parts.every((part) => names.has(part));
    if (isNamed && !isOfOthers(project, code, `${folder}${named}/`, path)) return true;
  }
  return endings.some((ending) => path.endsWith(ending)) && isPlain(project, folder, path);
}

/** Does the file lie in a package at or below a folder that is named, whose modules all stay behind? It is their data. */
function isOfOthers({ modulesByPath }: ProjectFacts, code: Folders, named: string, path: string): boolean {
  for (let at = path.lastIndexOf('/'); at + 1 >= named.length; at = path.lastIndexOf('/', at - 1)) {
    const holder = path.slice(0, at + 1);
    if (code.has(holder)) return false;
    if (modulesByPath.has(`${holder}__init__.py`)) return true;
  }
  return false;
}

/** Does the file lie beside the module, or in a folder without modules of its own? */
function isPlain({ modulesByPath }: ProjectFacts, folder: string, path: string): boolean {
  const own = path.slice(0, path.lastIndexOf('/') + 1);
  return own === folder || ![...modulesByPath.keys()].some((module) => module.startsWith(own));
}

/** Folders of taken packages that hold no module but their `__init__`. */
function dataPackages(project: ProjectFacts, code: ReadonlySet<string>): Set<string> {
  const folders = [...code].filter((path) => path.endsWith('/__init__.py')).map((path) => path.slice(0, -12));
  return new Set(
    folders.filter(
      (folder) =>
        ![...project.modulesByPath.keys()].some(
          (path) => path.startsWith(`${folder}/`) && path !== `${folder}/__init__.py`,
        ),
    ),
  );
}

function enclosing(folders: ReadonlySet<string>, path: string): string | null {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    if (folders.has(path.slice(0, at))) return path.slice(0, at);
  return null;
}

function isTest({ layout }: ProjectFacts, path: string): boolean {
  return layout.tests.some((place) => path.startsWith(`${place}/`));
}
