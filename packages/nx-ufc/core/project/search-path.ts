import { callsNamed } from './calls-named';
import type { CallFact, FileFacts, Span } from '../python/facts/types';
import { walked } from '../rewrite/locations/places';
import { readLocations } from '../rewrite/locations/read-locations';
import type { Location } from '../rewrite/locations/types';
import { leafOf } from './module-name';
import type { ModuleInfo, ProjectFacts } from './types';

/** What puts a folder on the path that modules are looked for in (https://docs.python.org/3/library/sys.html#sys.path). */
const ADDS = new Set(['sys.path.insert', 'sys.path.append', 'sys.path.extend', 'site.addsitedir']);
const ADDERS = new Set([...ADDS].map(leafOf));

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Folders below the tree that its code puts on `sys.path`, by paths that start at `__file__`. */
export function searchPathFolders(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const info of project.modulesByPath.values())
    for (const folder of foldersAddedBy(project, info)) if (folder !== '') found.add(folder);
  cache.set(project, found);
  return found;
}

/** Does a name that is imported lie directly in one of them? */
export function isOnSearchPath(project: ProjectFacts, name: string): boolean {
  return [...searchPathFolders(project)].some((folder) => isChildOf(project, folder, name));
}

/** Is there a module or a package of that name directly in the folder? */
export function isChildOf({ facts }: ProjectFacts, folder: string, name: string): boolean {
  const place = `${folder}/${name}`;
  if (facts.has(`${place}.py`)) return true;
  for (const path of facts.keys()) if (path.startsWith(`${place}/`)) return true;
  return false;
}

/** Folders that a module puts on `sys.path`, by paths that start at `__file__`; `""` for that of the project. */
export function foldersAddedBy(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path)!;
  const given = searchPathArguments(facts);
  if (given.length === 0) return [];
  const { text } = project.sources.get(info.path)!;
  const { locations: found } = readLocations({ project, info, facts, text });
  return (found?.locations ?? []).flatMap((location) => {
    const place = isAmong(given, location.span) ? placeOf(location) : null;
    return place === null ? [] : [place];
  });
}

/** What puts folders on the path. */
export function searchPathCalls(facts: FileFacts): CallFact[] {
  return callsNamed(facts, ADDERS).filter(({ callee, resolved }) => ADDS.has(resolved ?? callee));
}

/** Where a module says what it puts on the path. */
export function searchPathArguments(facts: FileFacts): Span[] {
  return searchPathCalls(facts).flatMap((call) => call.arguments.map(({ span }) => span));
}

export function isAmong(spans: readonly Span[], inner: Span): boolean {
  return spans.some(({ start, end }) => start <= inner.start && inner.end <= end);
}

/** What a location leads to; null when it lies outside of the tree, or more follows that is only known at run time. */
export function placeOf(location: Location): string | null {
  const { anchor } = location;
  if (location.open) return null;
  if (anchor.kind === 'variable') return walked(placeOf(anchor.variable.location), location);
  return walked(anchor.kind === 'file' ? anchor.path : anchor.folder, location);
}
