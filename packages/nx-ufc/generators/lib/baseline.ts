import type { Tree } from '@nx/devkit';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { SyncContext } from '../../core/sync/context';
import { newLock, renderLock, syncContext } from '../../core/sync/context';
import { BASELINE_ROOT, lockPath, textPath, writeLock } from '../../core/sync/lock-file';
import { planCapabilitySync } from '../../core/sync/plan-sync';
import type { BlueprintSource, WorkspaceFiles } from '../../core/sync/source';
import type { BaselineLock } from '../../core/sync/types';
import { sha256 } from '../../platform/transaction/files';
import { writeIfChanged } from './write-if-changed';

/** A file of a project in `.ufc/baseline/`, which is committed. */
export function baselinePath(project: string, name: string): string {
  return `${BASELINE_ROOT}/${project}/${name}`;
}

/** A tree as sync reads it. */
export function treeFiles(tree: Tree): WorkspaceFiles {
  return {
    read: (path) => (tree.exists(path) && tree.isFile(path) ? tree.read(path) : null),
    hash: (text) => sha256(Buffer.from(text)),
  };
}

/**
 * Record what stands in a tree as the baseline of a capability: what equals its template is the factory's from now on,
 * everything else is the person's. Nothing but the baseline is written.
 */
export function recordBaseline(
  tree: Tree,
  names: CapabilityNames,
  source: BlueprintSource,
  input: unknown,
  template = 'capability',
): BaselineLock {
  const lock = newLock(names, source, template, input);
  const context = syncContext(treeFiles(tree), lock, source);
  const rendered = renderLock(lock, source).filter((file) => context.read(file.path) !== null);
  const sync = planCapabilitySync({ ...context, lock, rendered });
  writeBaseline(tree, sync.lock, context);
  return sync.lock;
}

/** Record some files of a capability again, after a generator wrote or deleted them; the others keep their entries. */
export function recordFiles(
  tree: Tree,
  lock: BaselineLock,
  source: BlueprintSource,
  paths: readonly string[],
): void {
  const files = { ...lock.files };
  for (const path of paths) delete files[path];
  const context = syncContext(treeFiles(tree), lock, source);
  const rendered = renderLock(lock, source).filter(
    (file) => paths.includes(file.path) && context.read(file.path) !== null,
  );
  const sync = planCapabilitySync({ ...context, lock: { ...lock, files: {} }, rendered });
  writeBaseline(tree, { ...lock, files: { ...files, ...sync.lock.files } }, context);
}

/** Write a lock, and the new texts that it names. */
export function writeBaseline(tree: Tree, lock: BaselineLock, { texts }: Pick<SyncContext, 'texts'>): void {
  for (const { text } of Object.values(lock.files))
    if (text !== null && texts.has(text)) writeIfChanged(tree, textPath(text), texts.get(text)!);
  writeIfChanged(tree, lockPath(lock.project), writeLock(lock));
}
