import type { CallFact, FileFacts } from '../python/facts/types';
import type { ProjectFacts } from '../project/types';
import { isWebApplication, moduleOfFolders, WEB_FOLDERS, webParts } from '../rewrite/locations/web-folders';

const cache = new WeakMap<ProjectFacts, Map<string, string>>();

/**
 * The module that makes the web application, or the part of one, that finds a file in its folder of templates or static files. Such a folder is
 * found as a whole, whoever else names a file in it. Null for other files.
 */
export function webFolderOwner(project: ProjectFacts, path: string): string | null {
  const owners = ownersOf(project);
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const owner = owners.get(path.slice(0, end));
    if (owner !== undefined) return owner;
  }
  return null;
}

function ownersOf(project: ProjectFacts): Map<string, string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    const own = folderOf(path);
    for (const call of webParts(facts)) {
      const beside = moduleOfFolders(project, path, call);
      for (const { inner, isPath } of foldersOf(call, facts, beside !== null)) {
        const folder = isPath ? own : folderOf(beside ?? path);
        if (!found.has(folder + inner)) found.set(folder + inner, path);
      }
    }
    for (const folder of servedFolders(project, own, facts))
      if (!found.has(own + folder)) found.set(own + folder, path);
  }
  cache.set(project, found);
  return found;
}

/** What serves the files of a folder that it is told. */
const SERVES = /(^|\.)(Jinja2Templates|StaticFiles)$/;

/**
 * Folders beside a module that it serves files of, where it finds them by its own place: `StaticFiles(directory=join(HERE, "static/public"))`, also by a
 * name that is assigned to. The outermost one, since what is beside is made or linked from there.
 */
function servedFolders(project: ProjectFacts, own: string, facts: FileFacts): string[] {
  if (!facts.references.some(({ parts }) => parts[0] === '__file__')) return [];
  const spans = facts.calls
    .filter(({ callee }) => SERVES.test(callee))
    .flatMap(({ arguments: given }) => {
      const folder = given.find(({ keyword }) => keyword === 'directory') ?? given[0];
      if (folder?.value.kind !== 'name') return folder ? [folder.span] : [];
      const { name } = folder.value;
      return facts.assignments.filter(({ target }) => target === name).map(({ span }) => span);
    });
  const texts = facts.strings.filter(({ span }) =>
    spans.some(({ start, end }) => start <= span.start && span.end <= end),
  );
  const folders = texts.flatMap(({ value }) => /^\.?\/?(\w[\w-]*)(\/[\w/-]*)?$/.exec(value)?.[1] ?? []);
  const paths = project.tree.files.map(({ path }) => path);
  return folders.filter((folder) => {
    const inside = paths.filter((path) => path.startsWith(`${own}${folder}/`));
    return inside.length > 0 && !inside.some((path) => path.endsWith('.py'));
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Folders that a call looks for beside its module: by default, by a literal, or by a path that ends with one. */
function foldersOf(
  call: CallFact,
  { strings }: FileFacts,
  isKnown: boolean,
): { inner: string; isPath: boolean }[] {
  return Object.entries(WEB_FOLDERS).flatMap(([option, name]) => {
    const given = call.arguments.find(({ keyword }) => keyword === option);
    if (!given) return isWebApplication(call) && isKnown ? [{ inner: name, isPath: false }] : [];
    const inside = strings.filter(({ span }) => given.span.start <= span.start && span.end <= given.span.end);
    const literal = inside.at(-1)?.value.replace(/^\.\//, '').replace(/\/$/, '') ?? '';
    const isPath = given.value.kind !== 'literal';
    return inside.length === 1 && /^\w[\w/-]*$/.test(literal) ? [{ inner: literal, isPath }] : [];
  });
}
