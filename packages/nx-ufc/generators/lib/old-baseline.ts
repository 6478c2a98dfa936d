import type { Tree } from '@nx/devkit';
import { join } from 'node:path';
import type * as Yaml from 'yaml';
import type { CapabilityNames } from '../../core/blueprint/naming';
import { deriveInput } from '../../core/manifest/derive-input';
import { baselineFromHashes } from '../../core/sync/baseline-from-hashes';
import { lockOf, newLock, renderLock, syncContext } from '../../core/sync/context';
import type { BlueprintSource } from '../../core/sync/source';
import type { BaselineLock } from '../../core/sync/types';
import type * as Analyser from '../../platform/analyse';
import { readSourceTree } from '../../platform/source-tree';
import { baselinePath, treeFiles, writeBaseline } from './baseline';

const name = 'generated.json';

/**
 * Take over `.ufc/baseline/<project>/generated.json`, which versions before 0.2 kept: hashes without texts. The lock and what
 * texts are known are written to the tree instead of it. @returns null when there is none
 */
function takeOverOldBaseline(
  tree: Tree,
  names: CapabilityNames,
  source: BlueprintSource,
): BaselineLock | null {
  const path = baselinePath(names.project, name);
  if (!tree.exists(path)) return null;
  const { files } = JSON.parse(tree.read(path, 'utf8')!) as { files: Record<string, string> };
  const lock = newLock(names, source, 'capability', inputOf(tree, names, source));
  const context = syncContext(treeFiles(tree), lock, source);
  const taken = { ...lock, files: baselineFromHashes(context, renderLock(lock, source), files) };
  writeBaseline(tree, taken, context);
  tree.delete(path);
  return taken;
}

/** What the templates of a capability without a lock were rendered with. With a lock nothing is analysed, so the analyser loads here. */
export function inputOf(tree: Tree, names: CapabilityNames, { blueprint }: BlueprintSource) {
  const { analyse } = require('../../platform/analyse') as typeof Analyser;
  const { parse } = require('yaml') as typeof Yaml;
  const { folder, project } = names;
  const analysis = analyse(tree.root, project, readSourceTree(join(tree.root, folder), folder), blueprint);
  const path = `${folder}/SERVICE_MANIFEST.yaml`;
  const manifest = tree.exists(path) ? (parse(tree.read(path, 'utf8')!) as Record<string, unknown>) : null;
  return deriveInput(analysis, names, manifest ?? {});
}

/** The lock of a capability, taken over from an older version when it must be. @throws UsageError when it is broken */
export function openLock(tree: Tree, names: CapabilityNames, source: BlueprintSource): BaselineLock | null {
  return lockOf(treeFiles(tree), names.project) ?? takeOverOldBaseline(tree, names, source);
}
