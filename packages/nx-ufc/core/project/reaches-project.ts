import { readLocations } from '../rewrite/locations/read-locations';
import { placeOf } from './search-path';
import type { ModuleInfo, ProjectFacts } from './types';

/** Does a module of a package look for something of the project that is in no package, by a path that starts at `__file__`: `parents[2] / ".env"`? */
export function reachesProject(project: ProjectFacts): boolean {
  return [...project.modulesByPath.values()].some(
    (info) => info.area === 'shipped' && placesOf(project, info).some((place) => isOutside(project, place)),
  );
}

function placesOf(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path)!;
  const { text } = project.sources.get(info.path)!;
  if (!text.includes('__file__')) return [];
  const { locations } = readLocations({ project, info, facts, text });
  const all = [
    ...(locations?.locations ?? []),
    ...(locations?.variables ?? []).map(({ location }) => location),
  ];
  return all.flatMap((location) => placeOf({ ...location, open: false }) ?? []);
}

function isOutside({ layout }: ProjectFacts, place: string): boolean {
  return !layout.roots.some(({ path }) => path === '' || `${place}/`.startsWith(`${path}/`));
}
