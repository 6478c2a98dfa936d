import type { GeneratorCallback, Tree } from '@nx/devkit';
import { join } from 'node:path';
import type { CapabilityNames } from '../../core/blueprint/naming';
import { capabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import type { CapabilityInput } from '../../core/manifest/capability-input';
import { choicesOfCode, extendedChoices } from '../../core/manifest/derive-input';
import type { Analysis } from '../../core/project/analysis';
import { newLock, renderLock, syncContext } from '../../core/sync/context';
import { planCapabilitySync } from '../../core/sync/plan-sync';
import type { CapabilitySync } from '../../core/sync/plan-types';
import type { RenderedFile } from '../../core/templates/render';
import { lineDiff } from '../../core/text/line-diff';
import { loadBlueprint, shippedBlueprint } from '../../platform/blueprint';
import { analyse } from '../../platform/analyse';
import { readSourceTree } from '../../platform/source-tree';
import { applyChanges, changesOfCapability } from './apply-sync';
import { treeFiles, writeBaseline } from './baseline';
import { commitTree } from './commit';
import { inputOf, openLock } from './old-baseline';
import { capabilityFolder } from './projects';

/** A capability as a generator of one part sees it. */
export interface CapabilityContext {
  names: CapabilityNames;
  folder: string;
  blueprint: Blueprint;
  analysis: Analysis;
}

/** Read a capability. @throws UsageError when there is none of that name */
export function readCapability(tree: Tree, project: string): CapabilityContext {
  const blueprint = loadBlueprint();
  const folder = capabilityFolder(tree, project, blueprint);
  const names = capabilityNames(project, blueprint, folder);
  return {
    names,
    folder,
    blueprint,
    analysis: analyse(tree.root, names.project, readSourceTree(join(tree.root, folder), folder), blueprint),
  };
}

/**
 * Make files of the manifest layer as the templates and the code say today: what is missing is made, what is as it was
 * generated is brought up to date, what a person changed is left alone and what would have been written is shown.
 */
export function regenerate(
  tree: Tree,
  context: CapabilityContext,
  wanted: (path: string) => boolean,
  command: string,
): GeneratorCallback | void {
  const { names, folder, analysis } = context;
  const source = shippedBlueprint();
  const known = openLock(tree, names, source);
  const recorded = (known?.input as CapabilityInput | undefined) ?? inputOf(tree, names, source);
  const code = choicesOfCode(analysis, names);
  const input: CapabilityInput = { ...recorded, manifest: extendedChoices(recorded.manifest, code) };
  const lock = { ...(known ?? newLock(names, source, 'capability', input)), input };
  const rendered = renderLock(lock, source).filter(({ path }) => wanted(path));
  const others = Object.entries(lock.files).filter(([path]) => !wanted(path));
  const own = Object.fromEntries(Object.entries(lock.files).filter(([path]) => wanted(path)));
  const plan = syncContext(treeFiles(tree), lock, source);
  const sync = planCapabilitySync({ ...plan, lock: { ...lock, files: own }, rendered });
  applyChanges(tree, changesOfCapability(tree, sync));
  const files = { ...Object.fromEntries(others), ...sync.lock.files };
  if (known || sync.files.length > 0) writeBaseline(tree, { ...lock, files }, plan);
  process.stdout.write(`${folder}:\n${rendered.map((file) => told(tree, folder, file, sync)).join('')}`);
  return commitTree(tree, { command: `${command} ${names.project}`, project: names.project });
}

function told(tree: Tree, folder: string, { path, content }: RenderedFile, sync: CapabilitySync): string {
  const action = sync.files.find((file) => file.path === path)?.action;
  if (action === 'create') return `  made      ${path}\n`;
  if (action === 'stays-deleted' || sync.lock.files[path]?.state === 'deleted')
    return `  deleted   ${path} was deleted by hand and is not made again\n`;
  if (action === 'update' || action === 'merge') return `  ${action}d   ${path}\n`;
  const present = tree.read(`${folder}/${path}`, 'utf8') ?? '';
  if (present === content) return `  unchanged ${path}\n`;
  return `  yours     ${path} was changed by hand and is left alone; the template says today:\n${lineDiff(present, content)}`;
}
