import type { Tree } from '@nx/devkit';
import { transactionFiles } from '../../platform/transaction/transaction';
import { applyChanges } from './apply-sync';
import type { CommitOptions, FileChange } from './commit';
import { recordOf } from './commit';

/**
 * Put a change into a tree together with its journal, which Nx then writes before the first file of the change: killed
 * before the journal is whole the change did not happen, killed after it the next command completes it. For sync
 * generators, of which Nx says only by running the callback that it was no mere check.
 */
export function stageTransaction(tree: Tree, changes: readonly FileChange[], options: CommitOptions): void {
  const { record, newBytes } = recordOf(tree.root, changes, options);
  for (const { path, parts } of transactionFiles(tree.root, record, newBytes))
    tree.write(path, Buffer.concat(parts));
  applyChanges(tree, changes);
}
