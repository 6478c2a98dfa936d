import type { Span } from '../../python/facts/types';
import { parseModule } from '../../python';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import { collectLocations } from './collect';
import { environmentOf } from './environment';
import { walked } from './places';
import type { Location } from './types';

/** What puts a folder on the path that modules are looked for in (https://docs.python.org/3/library/sys.html#sys.path). */
const ADDS = /^(sys\.path\.(insert|append|extend)|site\.addsitedir)$/;

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Folders of the tree that its code puts on `sys.path`, by paths that start at `__file__`. */
export function searchPathFolders(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const info of project.modulesByPath.values())
    for (const folder of addedBy(project, info)) found.add(folder);
  cache.set(project, found);
  return found;
}

function addedBy(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path)!;
  const given = facts.calls
    .filter(({ callee, resolved }) => ADDS.test(resolved ?? callee))
    .flatMap((call) => call.arguments.map(({ span }) => span));
  if (given.length === 0) return [];
  const { text } = project.sources.get(info.path)!;
  const parsed = parseModule(text);
  if (!parsed.ok) return [];
  const { locations } = collectLocations(parsed.module, environmentOf({ project, info, facts, text }));
  return locations.flatMap((location) => {
    const place = given.some((span) => isWithin(location.span, span)) ? placeOf(location) : null;
    return place === null ? [] : [place];
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What a location leads to; null when it lies outside of the project. */
function placeOf(location: Location): string | null {
  const { anchor } = location;
  if (location.open) return null;
  if (anchor.kind === 'variable') return walked(placeOf(anchor.variable.location), location);
  return walked(anchor.kind === 'file' ? anchor.path : anchor.folder, location);
}
