import { resolveImport } from './resolve';
import { topLevelNames } from './search-folders';
import { rootOf } from './roots';
import { isChildOf, searchPathFolders } from './search-path';
import type { ProjectFacts } from './types';

/** Folders that by their names hold what others wrote. */
const ALWAYS = /^(_vendor|_?vendored|_?vendor_packages|_?(third|3rd)_?party)$/;
/**
 * Those whose names may mean a part of the business, too, and what shows that they do not: texts of licences, a list of what is there.
 * The names are those that https://github.com/github-linguist/linguist/blob/main/lib/linguist/vendor.yml knows.
 */
const MAYBE = /^_?(vendors?|externals?|extern)$/;
const OF_OTHERS = /^(LICEN[CS]E|COPYING|NOTICE|vendor(ed)?\.txt)([.-]|$)|\.dist-info$/i;
/** Those that may hold one or the other. */
const LIBRARIES = /^(libs?|libraries|site-packages|packages|deps|dependencies)$/;

/** Does a folder of code look like somebody else's, by its name or by a licence in it? */
export function mayHoldOthers(project: ProjectFacts, folder: string): boolean {
  const isNamedSo = folder
    .split('/')
    .some((part) => [ALWAYS, MAYBE, LIBRARIES].some((name) => name.test(part)));
  return isNamedSo || showsOthers(project, folder);
}

const folders = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * The folder of third-party code that a package brings along, and that a file lies in: the outermost one; null for other files. By its name, or
 * because code puts it on `sys.path` and imports what lies in it by names of its own. It is somebody else's, is replaced as a whole by a
 * newer one, and finds itself by its places: it moves as a whole.
 */
export function vendoredFolderOf(project: ProjectFacts, path: string): string | null {
  const known = vendored(project);
  if (known.size === 0) return null;
  for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1))
    if (known.has(path.slice(0, end))) return path.slice(0, end);
  return null;
}

function vendored(project: ProjectFacts): ReadonlySet<string> {
  const known = folders.get(project);
  if (known) return known;
  const found = new Set([...namedSo(project), ...searched(project)]);
  folders.set(project, found);
  return found;
}

function namedSo(project: ProjectFacts): string[] {
  const found = new Set<string>();
  const doubtful = new Set<string>();
  for (const { path, area } of project.modulesByPath.values()) {
    if (area !== 'shipped') continue;
    const parts = path.split('/').slice(0, -1);
    for (const [at, part] of parts.entries()) {
      const folder = parts.slice(0, at + 1).join('/');
      const names = ALWAYS.test(part) ? found : MAYBE.test(part) ? doubtful : null;
      if (names && isBelowRoot(project, folder)) names.add(folder);
    }
  }
  for (const folder of doubtful)
    if (showsOthers(project, folder) && standsAlone(project, folder)) found.add(folder);
  return [...found];
}

function showsOthers({ tree }: ProjectFacts, folder: string): boolean {
  return tree.files.some(
    ({ path }) =>
      path.startsWith(`${folder}/`) &&
      path
        .slice(folder.length + 1)
        .split('/')
        .some((part) => OF_OTHERS.test(part)),
  );
}

/** Does nothing in the folder import what the package has elsewhere? */
function standsAlone(project: ProjectFacts, folder: string): boolean {
  for (const info of project.modulesByPath.values()) {
    if (!info.path.startsWith(`${folder}/`)) continue;
    for (const fact of project.facts.get(info.path)!.imports)
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        const place = target.kind === 'internal' ? project.modules.get(target.module)?.path : undefined;
        if (place !== undefined && !place.startsWith(`${folder}/`)) return false;
      }
  }
  return true;
}

/** Folders on `sys.path` with something that is imported by its name there, and is no module of the project by that name. */
function searched(project: ProjectFacts): string[] {
  const all = [...searchPathFolders(project)].filter((folder) => isBelowRoot(project, folder));
  if (all.length === 0) return [];
  const imported = new Set([...project.facts.values()].flatMap(topLevelNames));
  const unknown = [...imported].filter((name) => !project.modules.has(name));
  return all.filter((folder) => unknown.some((name) => isChildOf(project, folder, name)));
}

/** A root, and what lies above it, is the package itself. */
function isBelowRoot({ layout }: ProjectFacts, folder: string): boolean {
  const root = rootOf(layout.roots, `${folder}/x`);
  return root !== undefined && folder.length > root.path.length;
}
