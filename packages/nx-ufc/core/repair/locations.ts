import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { contextOf } from '../rewrite/context';
import { rewriteLocations } from '../rewrite/locations/rewrite-locations';
import type { MoveMapping } from '../rewrite/mapping';

/** What paths need that are made from `__file__` and led to files before a person moved something. */
export interface RepairedLocations {
  /** By the path that a file has now. */
  edits: Map<string, PlannedEdit[]>;
  review: ReviewItem[];
}

/**
 * Lead paths to the files that they led to: the rewriter of a migration, from the project as it was to the one that there is.
 * @param modules dotted name of a module → the one that it has now @param places former path of a file → the one that it has now
 */
export function repairedLocations(
  project: ProjectFacts,
  { modules, ...names }: MoveMapping,
  places: ReadonlyMap<string, string>,
): RepairedLocations {
  const found: RepairedLocations = { edits: new Map(), review: [] };
  if (places.size === 0) return found;
  const former = new Map([...places].map(([before, now]) => [now, before]));
  const before = (path: string) => former.get(path) ?? path;
  const paths = new Map(project.tree.files.map(({ path }) => [before(path), path]));
  const view = asItWas(project, modules, before);
  const mapping: MoveMapping = { ...names, modules, paths };
  const there = new Set(paths.values());
  for (const [path, info] of view.modulesByPath) {
    const context = contextOf(view, mapping, info);
    if (!context) continue;
    const { edits, review } = rewriteLocations({ ...context, isThere: (file) => there.has(file) });
    const now = paths.get(path)!;
    if (edits.length > 0) found.edits.set(now, edits);
    found.review.push(...review.map((item) => ({ ...item, path: now })));
  }
  return found;
}

/** The project with files at their former places, and modules by the names that they had and have. */
function asItWas(
  project: ProjectFacts,
  moved: ReadonlyMap<string, string>,
  before: (path: string) => string,
): ProjectFacts {
  const byPath = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([path, one]) => [before(path), one]));
  const placed = (info: ModuleInfo) => ({ ...info, path: before(info.path) });
  const modules = new Map([...project.modules].map(([name, info]) => [name, placed(info)]));
  for (const [former, now] of moved) {
    const info = modules.get(now);
    if (info && !modules.has(former)) modules.set(former, info);
  }
  return {
    ...project,
    tree: {
      ...project.tree,
      files: project.tree.files.map((file) => ({ ...file, path: before(file.path) })),
    },
    sources: byPath(project.sources),
    facts: byPath(project.facts),
    modules,
    modulesByPath: new Map(
      [...project.modulesByPath.values()].map((info) => [before(info.path), placed(info)]),
    ),
  };
}
