import type { Tree } from '@nx/devkit';
import { renderLock, syncContext } from '../../core/sync/context';
import { planCapabilitySync } from '../../core/sync/plan-sync';
import type { CapabilitySync } from '../../core/sync/plan-types';
import type { BlueprintSource } from '../../core/sync/source';
import type { BaselineLock } from '../../core/sync/types';
import { applyChanges, changesOfCapability } from './apply-sync';
import { treeFiles, writeBaseline } from './baseline';

/**
 * Give the templates of a capability another input and bring the files that it changes up to date by three-way merge.
 * @param settled files in which the change was made already: their base moves, nothing else
 */
export function changeInput(
  tree: Tree,
  lock: BaselineLock,
  input: unknown,
  source: BlueprintSource,
  settled: ReadonlySet<string>,
): CapabilitySync[] {
  const before = new Map(renderLock(lock, source).map(({ path, content }) => [path, content]));
  const next = { ...lock, input };
  const affected = renderLock(next, source).filter(({ path, content }) => before.get(path) !== content);
  let { files } = lock;
  const syncs = ([null, 'ours'] as const).map((accept) => {
    const context = syncContext(treeFiles(tree), next, source, { accept });
    const rendered = affected.filter(({ path }) => settled.has(path) === (accept === 'ours'));
    const own = new Set(rendered.map(({ path }) => path));
    const of = (keep: boolean) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => own.has(path) === keep));
    const sync = planCapabilitySync({ ...context, lock: { ...next, files: of(true) }, rendered });
    applyChanges(tree, changesOfCapability(tree, sync));
    files = { ...of(false), ...sync.lock.files };
    writeBaseline(tree, { ...next, files }, context);
    return sync;
  });
  return syncs;
}
