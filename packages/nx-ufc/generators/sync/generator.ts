import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { describeSync, openCount } from '../../core/sync/report';
import type { BlueprintSource } from '../../core/sync/source';
import { shippedBlueprint } from '../../platform/blueprint';
import { finishTransaction } from '../../platform/transaction/transaction';
import { applyChanges, changesOf } from '../lib/apply-sync';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import { stageTransaction } from '../lib/stage-transaction';
import type { WorkspaceSync } from '../lib/plan-workspace-sync';
import { planWorkspaceSync } from '../lib/plan-workspace-sync';
import type { SyncOptions } from './schema';

/** What Nx's `sync` wants from a sync generator (`SyncGeneratorResult`). */
export interface SyncResult {
  callback?: GeneratorCallback;
  outOfSyncMessage?: string;
  outOfSyncDetails?: string[];
}

/** `nx g @au/nx-ufc:sync`. @throws UsageError on wrong use, before anything is written */
export async function syncGenerator(
  tree: Tree,
  options: SyncOptions,
  source: BlueprintSource = shippedBlueprint(),
): Promise<GeneratorCallback | void> {
  if (options.file !== undefined && options.project === undefined)
    throw new UsageError('--file needs --project: the path is below one capability.');
  const sync = planWorkspaceSync(tree, source, options.project ?? null, {
    accept: options.accept ?? null,
    only: options.file ?? null,
    markers: options.markers ?? false,
  });
  process.stdout.write(report(tree, sync));
  applyChanges(tree, changesOf(tree, sync));
  const project = options.project ?? 'sync';
  const callback = commitTree(tree, { command: `sync ${options.project ?? ''}`.trim(), project });
  const open = openCount(sync.plan);
  return () => {
    callback?.();
    if (open > 0) throw new Error(`${openMessage(open)}; everything else was written.`);
  };
}

/**
 * The global sync generator: `nx sync` flushes what it leaves in the tree and runs the callback, `nx sync:check` only looks
 * whether there is something. Its journal is in the tree too, before the files: a check must not leave one.
 * @throws when nothing can be done but decide conflicts
 */
export async function globalSync(
  tree: Tree,
  source: BlueprintSource = shippedBlueprint(),
): Promise<SyncResult | void> {
  finishTransaction(tree.root);
  const sync = planWorkspaceSync(tree, source, null, {});
  const open = openCount(sync.plan);
  const changes = changesOf(tree, sync);
  const details = report(tree, sync).trimEnd().split('\n');
  if (changes.length === 0 && open === 0) return undefined;
  if (changes.length === 0)
    throw new Error(`${openMessage(open)}; nothing else is out of sync.\n${details.join('\n')}`);
  stageTransaction(tree, changes, { command: 'sync', project: 'sync' });
  return {
    outOfSyncMessage: `${sync.plan.capabilities.length} of ${sync.looked} capabilities differ from their templates.`,
    outOfSyncDetails: details,
    callback: () => {
      finishTransaction(tree.root);
      if (open > 0)
        throw new Error(`${openMessage(open)}; everything else was written.\n${details.join('\n')}`);
    },
  };
}

function openMessage(open: number): string {
  return `${open} ${open === 1 ? 'file waits' : 'files wait'} for a decision, the commands are beside ${open === 1 ? 'it' : 'them'}`;
}

function report(tree: Tree, { plan, looked }: WorkspaceSync): string {
  const text = describeSync(plan, (path) => (tree.exists(path) ? tree.read(path, 'utf8') : null));
  return `${text}${looked} ${looked === 1 ? 'capability' : 'capabilities'} looked at, ${plan.capabilities.filter((sync) => sync.files.length > 0).length} with something to say.\n`;
}

const generator = defineGenerator(syncGenerator);

/** Nx passes options to a generator, and none to a sync generator. */
export default (tree: Tree, options?: SyncOptions) =>
  options === undefined ? globalSync(tree) : generator(tree, options);
