import type { PlannedEdit, ReviewItem } from '../plan/types';
import { rewriteOther } from '../plan/plan-file';
import type { ModuleInfo, ProjectFacts, TreeFile } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { withoutOverlaps } from '../rewrite/overlaps';
import { rewriteModule } from '../rewrite/rewrite-module';
import { brokenImports } from './broken';
import { brokenEntryPoints } from './entry-points';
import { formerPlaces } from './former-places';
import { repairedLocations, type RepairedLocations } from './locations';
import { nearOf } from './near';
import { repairedPyproject } from './pyproject';
import { findAgain, type OpenReference } from './search';
import { brokenInGenerated, brokenTexts } from './strings';
import type { BrokenReference, FoundAgain, RepairKnowledge } from './types';

/** What a repair does, and what it leaves to a person: plain data. */
export interface RepairPlan {
  files: { path: string; edits: PlannedEdit[] }[];
  /** The edited pyproject.toml, null when it needs nothing. */
  pyproject: string | null;
  open: (Pick<BrokenReference, 'path' | 'line' | 'column' | 'target'> & {
    candidates: string[];
    /** What is spelled almost so, where there is no candidate. */
    near: string | null;
  })[];
  broken: number;
  /** Dotted name of a module that was found again → the one that it has now. */
  moved: Record<string, string>;
  /** Paths made from `__file__` that led to what moved since, and may not be edited without a person. */
  review: ReviewItem[];
}

/**
 * Repair references whose target left, where exactly one module can be meant: the import, and every reference, string and
 * entry point that names the same module.
 */
export function planRepairs(project: ProjectFacts, knowledge: RepairKnowledge): RepairPlan {
  const formerRoots = new Set(Object.keys(knowledge.former).map((name) => name.split('.')[0]));
  for (const root of project.layout.roots) formerRoots.delete(root.name);
  const entryPoints = brokenEntryPoints(project, formerRoots);
  const broken = [
    ...brokenImports(project, formerRoots),
    ...brokenTexts(project, formerRoots),
    ...brokenInGenerated(project, knowledge),
    ...entryPoints,
  ];
  const { found, open, meaningless } = findAgain(project, broken, knowledge);
  const mapping = mappingOf(found);
  const moved = Object.fromEntries(found.modules);
  const locations = repairedLocations(project, mapping, formerPlaces(project, knowledge.placed, moved));
  return {
    files: rewritten(project, mapping, locations.edits),
    pyproject: repairedPyproject(project, found, entryPoints),
    open: open.map((one) => unresolved(project, one)),
    broken: broken.length - meaningless,
    moved,
    review: locations.review,
  };
}

function mappingOf({ modules, attributes }: FoundAgain): MoveMapping {
  const names = [...modules.keys(), ...attributes.keys()];
  const roots = new Set(names.map((name) => name.split(/[.:]/)[0]));
  return { modules, attributes, paths: new Map(), roots, distribution: { from: '', to: '' } };
}

/** The rewriter of a migration, on a project in which the missing modules are there under their old names, with what they define. */
function rewritten(
  project: ProjectFacts,
  mapping: MoveMapping,
  locations: RepairedLocations['edits'],
): RepairPlan['files'] {
  const modules = new Map(project.modules);
  const named = [...mapping.modules.keys(), ...[...(mapping.attributes ?? new Map()).keys()].map(moduleOf)];
  for (const name of named)
    if (!modules.has(name))
      modules.set(
        name,
        missing(
          name,
          project.modules.get(mapping.modules.get(name) ?? '')?.path ?? `<missing>/${name}`,
          named.some((other) => other.startsWith(`${name}.`)),
        ),
      );
  const view = { ...project, modules };
  return project.tree.files
    .filter(({ path, isBareLink }) => path !== 'pyproject.toml' && !isBareLink)
    .map((file) => ({
      path: file.path,
      edits: withoutOverlaps(editsOf(view, mapping, file), locations.get(file.path) ?? []),
    }))
    .filter((file) => file.edits.length > 0);
}

/** Documents and configuration follow what was found again; what they may name besides is no import, and is left alone. */
function editsOf(view: ProjectFacts, mapping: MoveMapping, file: TreeFile): PlannedEdit[] {
  const info = view.modulesByPath.get(file.path);
  if (info) return rewriteModule(view, mapping, info).edits;
  return mapping.roots.size > 0 ? rewriteOther(view, mapping, file).edits : [];
}

const moduleOf = (key: string) => key.slice(0, key.indexOf(':'));

function missing(name: string, path: string, isPackage: boolean): ModuleInfo {
  return { name, path, isPackage, area: 'shipped', importable: true };
}

function unresolved(
  project: ProjectFacts,
  { reference, candidates }: OpenReference,
): RepairPlan['open'][number] {
  const { path, line, column, target, wanted } = reference;
  const near = candidates.length > 0 ? null : nearOf(project, target.replace(':', '.'), wanted.module);
  return { path, line, column, target, candidates, near };
}
