import { holdsMetadata } from '../merge/pyproject/merge';
import { textAt } from '../metadata/tree-text';
import { builtNames } from '../project/compiled-names';
import { distributionsOf, normaliseName } from '../project/distributions';
import { STDLIB_MODULES } from '../project/stdlib';
import { newNameOf } from '../rewrite/context';
import { buildMoveMapping, movedModules, type MoveMapping } from '../rewrite/mapping';
import { findConflicts, findEntryProblems } from './conflicts';
import type { MigrationInput } from './input';
import { withDynamicRequirements } from './dynamic-requirements';
import { compiledSources } from './compiled-sources';
import { extensionModules } from './extension-modules';
import { hiddenModules } from './hidden-modules';
import { withVisibleFiles } from './git-ignored';
import { newImportCycles } from './new-cycles';
import { newLayerViolations } from './new-layer-violations';
import { linksToReview } from './links';
import { nestedToReview } from './nested-projects';
import { planCompat } from './plan-compat';
import { repositoryUrl } from '../manifest/repository-url';
import { dependenciesAfter, planCreates } from './plan-creates';
import { planFile } from './plan-file';
import { staleLocks } from './stale-locks';
import { mergedFile, planPyproject } from './plan-pyproject';
import type { MigrationPlan, PlanConflict, PlannedFile, ReviewItem } from './types';

/**
 * Everything that a migration will do, as plain data: moves, edits, new files, conflicts, and what a person must look at.
 * @param onFile hears of every file that is planned, for progress
 */
export function assembleMigrationPlan(
  input: MigrationInput,
  onFile: () => void = () => undefined,
): MigrationPlan {
  const { analysis, map, names } = input;
  const { project } = analysis;
  const entryProblems = findEntryProblems(
    map.modules,
    project.tree.files.map((file) => file.path),
  );
  if (entryProblems.length > 0)
    return failed(
      input,
      entryProblems.map((message) => ({ rule: 'OUTSIDE_CAPABILITY', level: 'error', paths: [], message })),
    );

  const mapping = moveMappingOf(input);
  const review: ReviewItem[] = [
    ...newImportCycles(project, analysis.edges, mapping),
    ...newLayerViolations(analysis, mapping, names.package),
    ...hiddenModules(project, mapping),
    ...extensionModules(project, map),
    ...compiledSources(project, mapping),
    ...linksToReview(project, mapping),
    ...nestedToReview(project),
    ...staleLocks(project.tree, names.folder),
  ];
  const files: PlannedFile[] = map.modules
    .filter((entry) => entry.target !== null)
    .map((entry) => {
      const planned = planFile(input, mapping, entry.source, review);
      onFile();
      return { source: entry.source, target: entry.target!, edits: planned };
    });
  const merged = planPyproject(input, mapping, review);
  const compat = planCompat(input, mapping, merged.text);
  const pyproject = compat.pyproject;
  review.push(...compat.review);
  const others = files.filter((file) => file.source !== 'pyproject.toml');
  const kept = withDynamicRequirements(others, merged.undeclared, pyproject, { tree: project.tree, review });
  const taken = new Set(kept.map((file) => file.target));
  const creates = planCreates(input, mapping, taken, review, {
    dependencies: dependenciesAfter(input, kept, pyproject),
    repository: repositoryUrl(pyproject),
  });
  const own = analysis.project.tree.files.find((file) => file.path === 'pyproject.toml');
  if (own) kept.push(mergedFile(own, pyproject));
  else creates.push({ path: 'pyproject.toml', content: pyproject, template: 'pyproject' });
  creates.push(...compat.files);
  creates.sort((a, b) => (a.path < b.path ? -1 : 1));
  const plan: MigrationPlan = {
    schema: 'ufc:migration-plan:1',
    package: map.package,
    capability: names.package,
    map,
    splits: [...(input.splits ?? [])],
    modules: movedModules(mapping),
    files: withVisibleFiles(
      kept,
      creates.map(({ path }) => path),
      project.tree,
      buildMakes(input, kept),
    ),
    creates,
    packaging: merged.plan,
    conflicts: [],
    review,
  };
  plan.conflicts = [...refusedSplits(input), ...compat.conflicts, ...conflictsOf(input, plan)];
  return plan;
}

/** Does what builds the package write a file? hatchling, which takes over where packaging is derived, writes none. */
function buildMakes(
  { analysis, names }: MigrationInput,
  files: readonly PlannedFile[],
): (path: string) => boolean {
  const { project, blueprint } = analysis;
  const isDerived =
    !holdsMetadata(textAt(project.tree, 'pyproject.toml')) &&
    files.every(({ source }) => source !== 'setup.py');
  return (path) => !isDerived || !path.startsWith(`${blueprint.naming.sourceRoot}/${names.package}/`);
}

function refusedSplits({ refusedSplits: refused = [] }: MigrationInput): PlanConflict[] {
  return refused.map(({ source, reason }) => ({
    rule: 'SPLIT_REFUSED',
    level: 'error',
    paths: [source],
    message: `${source} cannot be taken apart as the map says: ${reason}`,
  }));
}

/** All moves of a migration at once, by module and by path. */
export function moveMappingOf({ analysis, map, names }: MigrationInput): MoveMapping {
  const { project, metadata, blueprint } = analysis;
  const mapping = buildMoveMapping(project, map.modules, blueprint.naming.sourceRoot, {
    from: normaliseName(metadata.name ?? project.name),
    to: names.package,
  });
  const places = { from: project.tree.root, to: names.folder };
  return { ...mapping, places, off: new Set(map.references?.off) };
}

function failed({ map, names }: MigrationInput, conflicts: PlanConflict[]): MigrationPlan {
  return {
    schema: 'ufc:migration-plan:1',
    package: map.package,
    capability: names.package,
    map,
    splits: [],
    modules: {},
    files: [],
    creates: [],
    packaging: null,
    conflicts,
    review: [],
  };
}

function compiledAfter(input: MigrationInput): string[] {
  const built = [...builtNames(input.analysis.project)];
  if (built.length === 0) return [];
  const mapping = moveMappingOf(input);
  return built.map((name) => newNameOf(mapping, name));
}

function conflictsOf(input: MigrationInput, plan: MigrationPlan): PlanConflict[] {
  const { analysis, names, existing } = input;
  const finalFiles = [
    ...plan.files.map((file) => ({ path: file.target, from: file.source })),
    ...plan.creates
      .filter((file) => !file.template.startsWith('compat/'))
      .map((file) => ({ path: file.path, from: `generated ${file.path}` })),
  ];
  const dependencies = new Set(
    analysis.metadata.dependencies
      .flatMap((dependency) => distributionsOf(dependency.name))
      .map((name) => name.replaceAll('-', '_')),
  );
  return findConflicts({
    finalFiles,
    existing,
    sourceRoot: analysis.blueprint.naming.sourceRoot,
    package: names.package,
    stdlib: STDLIB_MODULES,
    dependencies,
    compiled: compiledAfter(input),
  });
}
