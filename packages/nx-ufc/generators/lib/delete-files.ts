import type { Tree } from '@nx/devkit';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isLeftover } from '../../platform/transaction/files';

/**
 * Delete files below a folder. A folder that holds nothing else, apart from what tools leave behind, goes as one: Nx looks through
 * all changes of a tree for each deletion, so thousands of them one by one take minutes.
 * @param folder relative to the workspace
 * @param files relative to the workspace, all below `folder`
 */
export function deleteFiles(tree: Tree, folder: string, files: readonly string[]): void {
  const going = new Set(files);
  const written = tree.listChanges().flatMap(({ path, type }) => (type === 'DELETE' ? [] : [path]));
  const isWrittenTo = (path: string) => written.some((one) => one.startsWith(`${path}/`));
  for (const path of wholes(tree.root, folder, going) ?? [folder]) {
    if (going.has(path) || !isWrittenTo(path)) tree.delete(path);
    else for (const file of files) if (file.startsWith(`${path}/`)) tree.delete(file);
  }
}

/** The fewest files and folders that make up what goes; null when that is the whole folder. */
function wholes(root: string, folder: string, going: ReadonlySet<string>): string[] | null {
  const found: string[] = [];
  let isWhole = true;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (isLeftover(entry.name)) continue;
      const inner = wholes(root, path, going);
      found.push(...(inner ?? [path]));
      isWhole &&= inner === null;
    } else if (going.has(path)) found.push(path);
    else isWhole &&= isLeftover(entry.name);
  }
  return isWhole ? null : found;
}
