import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/errors';
import { ignoredFile, ignoredFolder } from '../core/project/ignored';
import type { SourceTree, TreeFile } from '../core/project/types';

/**
 * Read everything below a folder, once.
 * @param folder absolute path
 * @param display how messages name it: workspace-relative where it can be
 * @throws UsageError when it is missing, no folder, has a link that leads out of it, or a name that is not UTF-8
 */
export function readSourceTree(folder: string, display: string): SourceTree {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`${display} does not exist. Give the folder of a Python package with --source.`);
  if (!stats.isDirectory())
    throw new UsageError(`${display} is a file. Give the folder that holds the package.`);
  const tree: SourceTree = { root: display, files: [], emptyFolders: [], ignored: [] };
  const root = realpathSync(folder);
  readFolder(tree, root, root);
  tree.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return tree;
}

/** Whether a folder is not there, or holds only what is no part of a package, an environment say: a migration leaves that where it is. */
export function isGone({ absolute, display }: { absolute: string; display: string }): boolean {
  return !existsSync(absolute) || readSourceTree(absolute, display).files.length === 0;
}

function readFolder(tree: SourceTree, root: string, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.length === 0 && folder !== root) tree.emptyFolders.push(posix(relative(root, folder)));
  for (const entry of entries) {
    const absolute = join(folder, entry.name);
    const path = posix(relative(root, absolute));
    if (entry.name.includes('\uFFFD') && !lstatSync(absolute, { throwIfNoEntry: false }))
      throw new UsageError(
        `${tree.root}/${path}: the name is not UTF-8, so it cannot be moved. Rename the file, or remove it.`,
      );
    if (entry.isSymbolicLink()) readLink(tree, root, absolute, path);
    else if (entry.isDirectory()) {
      const reason = ignoredFolder(path, readdirSync(absolute));
      if (reason) tree.ignored.push({ path: `${path}/`, reason });
      else readFolder(tree, root, absolute);
    } else if (entry.isFile()) addFile(tree, absolute, path, null);
  }
}

function readLink(tree: SourceTree, root: string, absolute: string, path: string): void {
  const symlink = readlinkSync(absolute);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  const target = stats ? realpathSync(absolute) : resolve(dirname(absolute), symlink);
  if (target !== root && !target.startsWith(root + sep))
    throw new UsageError(
      `${tree.root}/${path}: the link leads out of the package, to ${symlink}. Replace it by a copy, or remove it.`,
    );
  if (stats?.isFile()) addFile(tree, absolute, path, symlink);
  else add(tree, { path, bytes: new Uint8Array(), mode: 0o777, symlink, isBareLink: true });
}

function addFile(tree: SourceTree, absolute: string, path: string, symlink: string | null): void {
  add(tree, {
    path,
    bytes: readFileSync(absolute),
    mode: statSync(absolute).mode & 0o777,
    symlink,
  });
}

function add(tree: SourceTree, file: TreeFile): void {
  const reason = ignoredFile(file.path);
  if (reason) tree.ignored.push({ path: file.path, reason });
  else tree.files.push(file);
}

/**
 * The absolute path of a path given by a person, and whether it lies inside of the workspace.
 * `display` is workspace-relative inside, as typed outside.
 */
export function locate(
  workspaceRoot: string,
  given: string,
): { absolute: string; inside: boolean; display: string } {
  const absolute = resolve(workspaceRoot, given);
  const real = (path: string) => (lstatSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path);
  const inner = relative(real(workspaceRoot), real(absolute));
  const inside = inner !== '' && !inner.startsWith('..') && !inner.includes(`..${sep}`);
  return { absolute, inside, display: inside ? posix(inner) : given };
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
