import type { Analysis } from '../project/analysis';
import type { ProjectFacts } from '../project/types';
import { namedInside } from './named-inside';

/** What literals of some files name: the last part of every path, and all parts of all paths. */
interface Named {
  last: Set<string>;
  parts: Set<string>;
}

/**
 * Data of the tests that come along: files that they name, and files in folders that they name unless only a test names them that stays.
 * A name is that of a file where the folders on the way there, from a folder above one of the tests, are named too: `foo.txt` may lie in
 * many places. So is a name with a suffix that a single file has. Modules that something imports are code: they come along with what needs them. What
 * such data names comes along, too.
 * @param taken paths of tests and helpers that come along @param left paths of those that stay
 */
export function testData(
  { project, edges }: Pick<Analysis, 'project' | 'edges'>,
  taken: ReadonlySet<string>,
  left: ReadonlySet<string>,
): string[] {
  const importers = importersOf(project, edges);
  const named = namesIn(project, taken);
  const foreign = namesIn(project, left).last;
  const near = foldersAbove(taken);
  const candidates = project.tree.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !taken.has(path) &&
        project.layout.tests.some((place) => path.startsWith(`${place}/`)) &&
        !IS_TEST.test(path),
    );
  const times = new Map<string, number>();
  for (const path of candidates) times.set(baseOf(path), (times.get(baseOf(path)) ?? 0) + 1);
  const found = candidates.filter((path) => {
    const base = baseOf(path);
    if (base.includes('.') && named.last.has(base) && times.get(base) === 1) return true;
    const from = nearest(near, path);
    const isRead = (folder: string) =>
      folder.length > from.length && named.last.has(baseOf(folder.slice(0, -1)));
    if (path.endsWith('.py') && !isPlainSource(project, importers.get(path) ?? [], isRead, path))
      return false;
    const folders = path.slice(from.length).split('/').slice(0, -1);
    return (
      isNamedFile(named, folders, base) ||
      (isInNamedFolder(named, folders) && !foreign.has(base)) ||
      (folders.length > 0 && taken.has(`${from}${folders[0]}.py`))
    );
  });
  const isData = (path: string) => !path.endsWith('.py');
  return [...found, ...namedInside(project, found.filter(isData), candidates.filter(isData)).keys()];
}

function isNamedFile({ last, parts }: Named, folders: readonly string[], base: string): boolean {
  const stem = base.replace(/\.[^.]+$/, '');
  const isNamed = last.has(base) || (!base.endsWith('.py') && last.has(stem));
  return isNamed && folders.every((folder) => parts.has(folder));
}

function isInNamedFolder({ last, parts }: Named, folders: readonly string[]): boolean {
  const end = folders.findIndex((folder) => !parts.has(folder));
  return folders.slice(0, end < 0 ? folders.length : end).some((folder) => last.has(folder));
}

/** All folders that files lie in or below, with a slash behind; the root is "". */
function foldersAbove(paths: ReadonlySet<string>): Set<string> {
  const found = new Set(['']);
  for (const path of paths)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      found.add(path.slice(0, at + 1));
  return found;
}

/** The deepest of some folders that a file lies in or below. */
function nearest(folders: ReadonlySet<string>, path: string): string {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    if (folders.has(path.slice(0, at + 1))) return path.slice(0, at + 1);
  return '';
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What pytest collects by itself. */
const IS_TEST = /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/;

/**
 * A Python file that is read by tests and not run: its folder is no package, or lies below one that is none and that tests name, and
 * nothing imports it but what lies there too.
 */
function isPlainSource(
  { modulesByPath }: ProjectFacts,
  importers: readonly string[],
  isRead: (folder: string) => boolean,
  path: string,
): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isPackage = (at: string) => modulesByPath.has(`${at}__init__.py`);
  if (importers.length === 0 && !isPackage(folder)) return true;
  return [...foldersAbove(new Set([path]))].some(
    (at) => isRead(at) && !isPackage(at) && importers.every((importer) => importer.startsWith(at)),
  );
}

/** Path of a module → paths of those that import it. */
function importersOf({ modules }: ProjectFacts, edges: Analysis['edges']): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const path = modules.get(to)?.path ?? '';
    found.set(path, [...(found.get(path) ?? []), modules.get(from)?.path ?? '']);
  }
  return found;
}

/** Paths that literals of some files hold, before what is put in at run time. */
function namesIn(project: ProjectFacts, paths: ReadonlySet<string>): Named {
  const named: Named = { last: new Set(), parts: new Set() };
  for (const path of paths)
    for (const { value, role } of project.facts.get(path)?.strings ?? []) {
      if (value.length >= 200 || role === 'docstring' || value.includes('\n')) continue;
      const parts = value.split('/').filter((part) => part !== '');
      while (parts.length > 1 && /[{*%]/.test(parts[parts.length - 1])) parts.pop();
      if (parts.length > 0) named.last.add(parts[parts.length - 1]);
      parts.forEach((part) => named.parts.add(part));
    }
  return named;
}
