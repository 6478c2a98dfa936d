import type { Tree } from '@nx/devkit';
import { posix } from 'node:path';
import { UsageError } from '../../core/errors';
import type { SyncChoices } from '../../core/sync/context';
import { lockOf, namesOf, renderLock, syncContext } from '../../core/sync/context';
import { BASELINE_ROOT, textPath } from '../../core/sync/lock-file';
import { runMigrations } from '../../core/sync/migrations/run';
import { isUpToDate, planCapabilitySync } from '../../core/sync/plan-sync';
import type { CapabilitySync, SyncPlan } from '../../core/sync/plan-types';
import type { BlueprintSource } from '../../core/sync/source';
import type { BaselineLock } from '../../core/sync/types';
import { capabilityNames } from '../../core/blueprint/naming';
import { treeFiles } from './baseline';
import { capabilityFolder } from './projects';
import { openLock } from './old-baseline';

export interface WorkspaceSync {
  plan: SyncPlan;
  /** Capabilities that were looked at, those with nothing to do included. */
  looked: number;
  /** Paths of the store that no lock names any more. */
  unused: string[];
}

/**
 * Plan all capabilities that have a baseline, or one. Of a capability that is up to date only the lock is read; one that is
 * named is looked at file by file.
 * @throws UsageError when there is none of that name
 */
export function planWorkspaceSync(
  tree: Tree,
  source: BlueprintSource,
  project: string | null,
  choices: SyncChoices,
): WorkspaceSync {
  const locks = project === null ? allLocks(tree, source) : [lockOfProject(tree, source, project)];
  const plan: SyncPlan = { capabilities: [], texts: {} };
  const used = new Set<string>();
  for (const lock of locks) {
    const only = choices.only ? pathBelow(lock.folder, choices.only) : null;
    const context = syncContext(treeFiles(tree), lock, source, { ...choices, only });
    const skip = project === null && isUpToDate(lock, context.fingerprint);
    const sync = skip ? null : planOne(lock, source, context);
    for (const { text } of Object.values((sync ?? { lock }).lock.files)) if (text !== null) used.add(text);
    if (!sync) continue;
    plan.capabilities.push(sync);
    for (const [address, text] of context.texts) plan.texts[address] = text;
  }
  for (const address of Object.keys(plan.texts)) if (!used.has(address)) delete plan.texts[address];
  const unused = project === null && plan.capabilities.length > 0 ? storedPaths(tree) : [];
  return {
    plan,
    looked: locks.length,
    unused: unused.filter((path) => !used.has(path.slice(path.lastIndexOf('/') + 1))),
  };
}

/** Migrations of the blueprint first, then the templates, on one staged tree. */
function planOne(
  lock: BaselineLock,
  source: BlueprintSource,
  context: ReturnType<typeof syncContext>,
): CapabilitySync {
  const names = namesOf(lock, source.blueprint);
  const onDisk = (path: string) => {
    const bytes = context.read(path);
    return bytes && Buffer.from(bytes).toString('utf8');
  };
  const migrated = runMigrations(lock, context.set.version, names, source.migrations, onDisk);
  const read = (path: string) => {
    const text = migrated.files.get(path);
    return text === undefined ? context.read(path) : text === null ? null : Buffer.from(text);
  };
  const rendered = renderLock(migrated.lock, source);
  const { only } = context;
  if (only !== null && !(only in lock.files) && !rendered.some(({ path }) => path === only))
    throw new UsageError(`${lock.folder}/${only} is made from no template, so there is nothing to bring in.`);
  const sync = planCapabilitySync({ ...context, read, lock: migrated.lock, rendered });
  const written = new Set(sync.writes.map(({ path }) => path));
  const before = [...migrated.files].filter(([path]) => !written.has(path));
  return {
    ...sync,
    migrations: migrated.ran,
    writes: [...before.map(([path, content]) => ({ path, content })), ...sync.writes],
  };
}

/** A path as a person gives it: below the capability, or below the workspace. */
function pathBelow(folder: string, path: string): string {
  const plain = posix.normalize(path.replaceAll('\\', '/'));
  return plain.startsWith(`${folder}/`) ? plain.slice(folder.length + 1) : plain;
}

function allLocks(tree: Tree, source: BlueprintSource): BaselineLock[] {
  if (!tree.exists(BASELINE_ROOT)) return [];
  const files = treeFiles(tree);
  return tree
    .children(BASELINE_ROOT)
    .filter((name) => !name.startsWith('_'))
    .sort()
    .flatMap((name) => lockOf(files, name) ?? oldLock(tree, source, name) ?? [])
    .filter((lock) => tree.exists(lock.folder));
}

function oldLock(tree: Tree, source: BlueprintSource, project: string): BaselineLock | null {
  const { capabilitiesRoot } = source.blueprint.naming;
  if (!tree.exists(`${BASELINE_ROOT}/${project}/generated.json`)) return null;
  if (!tree.exists(`${capabilitiesRoot}/${project}`)) return null;
  return openLock(tree, capabilityNames(project, source.blueprint), source);
}

function lockOfProject(tree: Tree, source: BlueprintSource, project: string): BaselineLock {
  const known = lockOf(treeFiles(tree), project);
  if (known) return known;
  const folder = capabilityFolder(tree, project, source.blueprint);
  const lock = openLock(tree, capabilityNames(project, source.blueprint, folder), source);
  if (lock) return lock;
  throw new UsageError(
    `${folder} has no baseline, so nobody knows what in it is yours. Make one with nx g @au/nx-ufc:capability ${project} --adopt.`,
  );
}

function storedPaths(tree: Tree): string[] {
  const root = textPath('').replace(/\/+$/, '');
  if (!tree.exists(root)) return [];
  return tree
    .children(root)
    .flatMap((folder) => tree.children(`${root}/${folder}`).map((name) => `${root}/${folder}/${name}`));
}
