import type { Tree } from '@nx/devkit';
import { lockPath, textPath, writeLock } from '../../core/sync/lock-file';
import type { CapabilitySync } from '../../core/sync/plan-types';
import { openFiles, proposalPath } from '../../core/sync/report';
import type { FileChange } from './commit';
import type { WorkspaceSync } from './plan-workspace-sync';

/** What one capability's plan changes: its files, and what is offered for those that only a person may write. */
export function changesOfCapability(tree: Tree, sync: CapabilitySync): FileChange[] {
  const offered = new Map(openFiles(sync).map((file) => [file.path, file.proposal]));
  return differing(tree, [
    ...sync.writes.map(({ path, content }) => ({ path: `${sync.folder}/${path}`, content })),
    ...sync.files.map(({ path }) => ({
      path: proposalPath(sync, path),
      content: offered.get(path) ?? null,
    })),
  ]);
}

/** What a plan changes, in the order in which it is written: texts, files, locks, then what nobody needs any more. */
export function changesOf(tree: Tree, { plan, unused }: WorkspaceSync): FileChange[] {
  return [
    ...differing(
      tree,
      Object.entries(plan.texts).map(([address, content]) => ({ path: textPath(address), content })),
    ),
    ...plan.capabilities.flatMap((sync) => changesOfCapability(tree, sync)),
    ...differing(
      tree,
      plan.capabilities.map(({ lock }) => ({ path: lockPath(lock.project), content: writeLock(lock) })),
    ),
    ...unused.map((path) => ({ path, content: null })),
  ];
}

/** Carry changes out on a tree. */
export function applyChanges(tree: Tree, changes: readonly FileChange[]): void {
  for (const { path, content } of changes) {
    if (content === null) tree.delete(path);
    else tree.write(path, content);
  }
}

/** Those that change something: an unchanged file must not show up as a change. */
function differing(tree: Tree, wanted: readonly { path: string; content: string | null }[]): FileChange[] {
  return wanted.flatMap(({ path, content }) => {
    const present = tree.exists(path) && tree.isFile(path) ? tree.read(path) : null;
    const bytes = content === null ? null : Buffer.from(content);
    if (bytes === null ? present === null : present?.equals(bytes)) return [];
    return [{ path, content: bytes }];
  });
}
