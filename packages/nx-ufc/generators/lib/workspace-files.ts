import type { Tree } from '@nx/devkit';
import { visitNotIgnoredFiles } from '@nx/devkit';
import { configKindOf } from '../../core/merge/config-references';
import type { WorkspaceFile } from '../../core/consumers/types';

const MAY_USE_PACKAGES = /\.pyi?$|(^|\/)pyproject\.toml$|requirements[^/]*(\/[^/]+)?\.(txt|in)$/;

/**
 * Python files, configuration and requirement lists of the workspace that contain one of some names, what is ignored and some folders
 * left out. Every Python file is listed, since its place counts; only those that contain a name have bytes.
 */
export function workspaceFilesNaming(
  tree: Tree,
  names: readonly string[],
  leftOut: readonly string[],
): WorkspaceFile[] {
  const found: WorkspaceFile[] = [];
  visitNotIgnoredFiles(tree, '.', (path) => {
    if (!(MAY_USE_PACKAGES.test(path) || configKindOf(path)) || path.startsWith('.ufc/')) return;
    if (leftOut.some((folder) => path.startsWith(`${folder}/`))) return;
    const bytes = tree.read(path);
    if (!bytes) return;
    const holds = names.some((name) => bytes.includes(name));
    if (holds || path.endsWith('.py')) found.push({ path, bytes: holds ? bytes : Buffer.alloc(0) });
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
