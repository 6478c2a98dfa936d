import type { Tree } from '@nx/devkit';
import { visitNotIgnoredFiles } from '@nx/devkit';
import { configKindOf } from '../../core/merge/config-references';
import type { WorkspaceFile } from '../../core/consumers/types';
import { PICKLE_FILE } from '../../core/rewrite/pickle-data';
import { sizeOnDisk } from '../../platform/workspace-files';

const MAY_USE_PACKAGES =
  /\.(pyi?|md|rst|markdown|qmd|adoc|asciidoc|ipynb)$|(^|\/)pyproject\.toml$|requirements[^/]*(\/[^/]+)?\.(txt|in)$/;

/** What is larger is data, which would fill the memory: models, dumps of databases. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Python files, documents, notebooks, pickles, configuration and requirement lists of the workspace that contain one of some names or name a folder, what is ignored and some
 * folders and files of more than 64 MiB left out. Every Python file is listed, since its place counts; only those that contain a name have bytes.
 * @param folder of the workspace; other files than Python may name it from anywhere: `../models`
 */
export function workspaceFilesNaming(
  tree: Tree,
  names: readonly string[],
  folder: string,
  leftOut: readonly string[],
): WorkspaceFile[] {
  const named = [...names, folder];
  // The name of a folder at the top is a word like any other.
  const leaf = /\/([^/]+)$/.exec(folder)?.[1];
  const below = leaf === undefined ? [] : [`/${leaf}`];
  const parts = leaf === undefined ? [] : [`"${leaf}"`, `'${leaf}'`];
  const found: WorkspaceFile[] = [];
  visitNotIgnoredFiles(tree, '.', (path) => {
    if (![MAY_USE_PACKAGES, PICKLE_FILE].some((one) => one.test(path)) && !configKindOf(path)) return;
    if (path.startsWith('.ufc/')) return;
    if (leftOut.some((folder) => path.startsWith(`${folder}/`))) return;
    if (sizeOnDisk(tree.root, path) > MAX_BYTES) return;
    const bytes = tree.read(path);
    if (!bytes) return;
    const isPython = /\.pyi?$/.test(path);
    const holds = [...named, ...(isPython ? parts : below)].some((name) => bytes.includes(name));
    if (holds || path.endsWith('.py')) found.push({ path, bytes: holds ? bytes : Buffer.alloc(0) });
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
