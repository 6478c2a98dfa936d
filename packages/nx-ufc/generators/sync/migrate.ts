import type { Tree } from '@nx/devkit';
import { describeSync, openCount } from '../../core/sync/report';
import { shippedBlueprint } from '../../platform/blueprint';
import { applyChanges, changesOf } from '../lib/apply-sync';
import { planWorkspaceSync } from '../lib/plan-workspace-sync';

/**
 * `nx migrate` to a version with other templates: what `nx sync` does, and hashes that older versions kept become locks. Nx
 * writes the files and, with `--create-commits`, commits them. @returns what is left to do, which Nx shows
 */
export default async function migrateTemplates(tree: Tree): Promise<string[]> {
  const sync = planWorkspaceSync(tree, shippedBlueprint(), null, {});
  const read = (path: string) => (tree.exists(path) ? tree.read(path, 'utf8') : null);
  process.stdout.write(describeSync(sync.plan, read));
  applyChanges(tree, changesOf(tree, sync));
  const open = openCount(sync.plan);
  return open === 0 ? [] : [`${open} files wait for a decision: nx g @au/nx-ufc:sync shows them.`];
}
