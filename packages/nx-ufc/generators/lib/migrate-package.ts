import type { GeneratorCallback, Tree } from '@nx/devkit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';
import { dependencyReport } from '../../core/inventory/dependencies';
import { leftRequirements } from '../../core/consumers/left-requirements';
import { planConsumers } from '../../core/consumers/plan-consumers';
import type { ConsumerPlan } from '../../core/consumers/types';
import { assembleMigrationPlan, moveMappingOf } from '../../core/plan/assemble';
import { compatModules } from '../../core/plan/plan-compat';
import type { MigrationInput } from '../../core/plan/input';
import { ledgerOf } from '../../core/plan/ledger';
import { manifestChoices } from '../../core/plan/manifest-choices';
import type { CapabilityInput } from '../../core/manifest/capability-input';
import { MAP_NAME, writeMap } from '../../core/plan/map-file';
import { movedLink } from '../../core/plan/links';
import type { MigrationPlan } from '../../core/plan/types';
import { unresolvedImports } from '../../core/plan/unresolved';
import { targetsOf } from '../../core/rewrite/locations/targets';
import { splitByMap } from '../../core/split/split-map';
import { readTemplates, shippedBlueprint } from '../../platform/blueprint';
import { createProgress, type Progress } from '../../platform/progress';
import { isGone, locate, readSourceTree } from '../../platform/source-tree';
import { applyConsumerPlan, applyPlan } from './apply-plan';
import { baselinePath, recordBaseline } from './baseline';
import { readLedger, writeLedger } from './ledger';
import { COMMIT_STEPS, commitTree } from './commit';
import { deleteFiles } from './delete-files';
import { endWith } from './end-with';
import type { Source } from './sources';
import { mapFor, proposeOptions, readSource } from './sources';
import { showInGit } from './show-in-git';
import { today } from './today';
import { workspaceFilesNaming } from './workspace-files';
import { writeIfChanged } from './write-if-changed';
import { summarise } from './migration-summary';

/** What both `capability --source` and `migrate` take. */
interface PackageOptions {
  /** `migrate` leaves phase 3 to its own generators. */
  command: 'capability' | 'migrate';
  source: string;
  domain: string;
  map?: string;
  compat?: 'none' | 'shim';
  deps?: 'keep' | 'intersect';
  consumers?: 'rewrite' | 'leave';
  split?: boolean;
}

/** Reading, planning, users, and the two of every commit. */
const STEPS = 3 + COMMIT_STEPS;

/** Take a legacy package through phases 0 to 3, or 0 to 2, in one transaction. @throws UsageError before anything is written */
export function migratePackage(
  tree: Tree,
  options: PackageOptions,
  names: CapabilityNames,
  blueprint: Blueprint,
): GeneratorCallback | void {
  const { project, folder } = names;
  const ledger = readLedger(tree, project);
  const place = locate(tree.root, options.source);
  if (ledger && ledger.source.path === place.display && isGone(place)) {
    process.stdout.write(`${place.display} was migrated to ${folder} already; nothing to do.\n`);
    return undefined;
  }
  const progress = createProgress(STEPS);
  progress.step(`reading ${place.display}`);
  const source = readSource(tree, options.source, blueprint, true);
  progress.done();
  if (ledger?.source.sha256 === source.digest) {
    process.stdout.write(
      `${source.display} was migrated to ${folder} already and did not change since; nothing to do.\n`,
    );
    return undefined;
  }
  const existing = new Set(
    existsSync(join(tree.root, folder))
      ? readSourceTree(join(tree.root, folder), folder).files.map((file) => file.path)
      : [],
  );
  if (ledger || existing.size > 0) {
    throw new UsageError(
      `${folder} exists and holds ${existing.size} files${ledger ? ', a capability made from another state of the source' : ''}. Nothing is overwritten: choose another name or --directory, or take the last migration back with nx g @au/nx-ufc:undo --project ${project}.`,
    );
  }
  const map = mapFor(tree, source, names, options.map);
  const carried = options.split
    ? splitByMap(source.analysis, map, proposeOptions(source, names))
    : { analysis: source.analysis, map, splits: [], refused: [] };
  const after: Source = { ...source, analysis: carried.analysis };
  const input: MigrationInput = {
    analysis: carried.analysis,
    map: carried.map,
    splits: carried.splits,
    refusedSplits: carried.refused,
    names,
    domain: options.domain,
    date: today(),
    existing,
    manifestTemplates: readTemplates(blueprint.id, 'manifest'),
    compatTemplates: options.compat === 'shim' ? readTemplates(blueprint.id, 'compat') : null,
    dependencies: options.deps,
    leavesManifest: options.command === 'migrate',
  };
  progress.step('planning', input.map.modules.length);
  const plan = assembleMigrationPlan(input, progress.tick);
  progress.done();
  refuse(plan);
  progress.step('looking for projects that use it');
  const consumers = consumersOf(tree, options, after, input);
  write(tree, source, after, plan, names, consumers, templateInput(input));
  progress.done();
  process.stdout.write(summarise(plan, after, names, consumers));
  if (options.command === 'migrate') process.stdout.write(phase3(project));
  if (plan.packaging && plan.packaging.conflicts.length > 0) endWith(1);
  return commit(tree, options.command, source, plan, input, progress);
}

function phase3(project: string): string {
  const parts = ['plugin', 'container', 'config', 'entry-points', 'manifest'];
  return `What is left is the manifest layer: ${parts.map((part) => `nx g @au/nx-ufc:${part} --project ${project}`).join(', ')}.\n`;
}

/** What the templates were rendered with. */
function templateInput(input: MigrationInput): CapabilityInput {
  const { analysis, names, compatTemplates } = input;
  const mapping = moveMappingOf(input);
  return {
    manifest: manifestChoices(analysis, names, mapping),
    greenfield: null,
    compat: compatTemplates ? compatModules(input, mapping) : null,
    formerDistribution: mapping.distribution.from,
  };
}

/** What happens to projects that import the package. A package that only was copied is still where they look for it. */
function consumersOf(
  tree: Tree,
  options: PackageOptions,
  source: Source,
  input: MigrationInput,
): ConsumerPlan {
  const choice = options.consumers ?? (source.inside ? 'rewrite' : 'leave');
  const isShipped = options.compat === 'shim' && source.inside;
  if (choice === 'leave' && !isShipped) return { files: [], review: [] };
  const mapping = moveMappingOf(input);
  const { metadata, project } = source.analysis;
  const names = [...mapping.roots, metadata.name ?? project.name];
  const files = workspaceFilesNaming(tree, names, source.display, [source.display, input.names.folder]);
  if (choice === 'leave') return { files: [], review: leftRequirements(files, mapping.distribution) };
  return planConsumers(project, mapping, files, { from: source.display, to: input.names.folder });
}

function refuse(plan: MigrationPlan): void {
  const errors = plan.conflicts.filter((conflict) => conflict.level === 'error');
  const blocked = plan.map.modules.filter((entry) => entry.action === 'blocked');
  if (errors.length === 0 && blocked.length === 0) return;
  const lines = [
    ...errors.map((conflict) => `  ${conflict.rule} ${conflict.message}`),
    ...blocked.map((entry) => `  BLOCKED ${entry.source}: ${entry.reason ?? 'decide in the map'}`),
  ];
  const isOfMap = blocked.length > 0 || errors.some(({ rule }) => rule !== 'COMPAT_NOT_SHIPPED');
  const advice = `\nWrite the map with nx g @au/nx-ufc:map, edit the targets in ${MAP_NAME}, and run again.`;
  throw new UsageError(
    `The migration cannot be carried out, nothing was changed:\n${lines.join('\n')}${isOfMap ? advice : ''}`,
  );
}

function write(
  tree: Tree,
  source: Source,
  after: Source,
  plan: MigrationPlan,
  names: CapabilityNames,
  consumers: ConsumerPlan,
  input: CapabilityInput,
): void {
  const { project, folder } = names;
  applyPlan(tree, plan, after.analysis.project, folder);
  applyConsumerPlan(tree, consumers);
  const places = [...plan.files.map(({ target }) => target), ...plan.creates.map(({ path }) => path)];
  showInGit(tree, names, after.analysis.blueprint, places);
  if (source.inside) {
    const paths = source.analysis.project.tree.files.map((file) => file.path);
    if (existsSync(join(source.absolute, MAP_NAME))) paths.push(MAP_NAME);
    deleteFiles(
      tree,
      source.display,
      paths.map((path) => `${source.display}/${path}`),
    );
  }
  recordBaseline(tree, names, shippedBlueprint(), input);
  const ledger = ledgerOf(
    plan,
    project,
    { path: source.display, sha256: source.digest },
    undeclaredIn(after),
    consumers,
    unresolvedImports(after.analysis),
  );
  writeLedger(tree, project, ledger);
  writeIfChanged(tree, baselinePath(project, MAP_NAME), writeMap(plan.map));
}

/** Modules that import what the package does not declare, before the migration. */
function undeclaredIn({ analysis }: Source): Set<string> {
  const { missing, imported } = dependencyReport(analysis.project, analysis.metadata);
  return new Set(imported.filter((entry) => missing.includes(entry.name)).flatMap((entry) => entry.files));
}

function commit(
  tree: Tree,
  command: PackageOptions['command'],
  source: Source,
  plan: MigrationPlan,
  input: MigrationInput,
  progress: Progress,
): GeneratorCallback | void {
  const { names, analysis } = input;
  const { files, emptyFolders } = source.analysis.project.tree;
  const special = new Map<string, { mode: number; symlink: string | null }>();
  const places = new Map(plan.files.map((file) => [file.source, file.target]));
  const targets = targetsOf(moveMappingOf(input), analysis.project);
  for (const file of files) {
    const target = places.get(file.path);
    if (target && (file.mode !== 0o644 || file.symlink))
      special.set(`${names.folder}/${target}`, {
        mode: file.mode,
        symlink: movedLink(file, target, targets),
      });
  }
  const below = (path: string) => `${source.display}/${path}`;
  return commitTree(tree, {
    command: `${command} ${names.project} --source=${source.display}`,
    project: names.project,
    special,
    swept: source.inside ? [source.display] : [],
    emptyFolders: source.inside ? emptyFolders.map(below) : [],
    deletedLinks: source.inside
      ? files.filter(({ isBareLink }) => isBareLink).map(({ path }) => below(path))
      : [],
    progress,
  });
}
