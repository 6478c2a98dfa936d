import type { GeneratorCallback, Tree } from '@nx/devkit';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Progress } from '../../platform/progress';
import { isLeftover, sha256, stateOf } from '../../platform/transaction/files';
import type { FileState } from '../../platform/transaction/files';
import type { PathChange, PlannedTransaction } from '../../platform/transaction/transaction';
import {
  beginTransaction,
  finishTransaction,
  nextId,
  TRANSACTION_SCHEMA,
} from '../../platform/transaction/transaction';

/** A path and what is to be there; null deletes. */
export interface FileChange {
  path: string;
  content: Buffer | null;
}

export interface CommitOptions {
  command: string;
  project: string;
  /** Permission bits and link targets of created files, where they differ from 0644. */
  special?: ReadonlyMap<string, { mode: number; symlink: string | null }>;
  swept?: string[];
  emptyFolders?: string[];
  /** Links that are deleted: Nx does not see those that lead nowhere. */
  deletedLinks?: string[];
  progress?: Progress;
}

/** Steps of progress that a commit has: keeping the bytes, and what comes after Nx's flush. */
export const COMMIT_STEPS = 2;

/**
 * Put a journal and a backup around Nx's flush of a tree. The journal is written before Nx writes the first byte; the
 * callback, which Nx runs after its flush, brings modes and links into order and marks the command done. Killed in
 * between, the next command completes it. A dry run records nothing.
 */
export function commitTree(tree: Tree, options: CommitOptions): GeneratorCallback | void {
  if (process.env.NX_DRY_RUN === 'true') return undefined;
  const changes = changesOf(tree, options.deletedLinks);
  if (changes.length === 0) return undefined;
  const { record, newBytes } = recordOf(tree.root, changes, options);
  const { progress } = options;
  progress?.step('keeping old and new bytes', changes.length);
  beginTransaction(tree.root, record, newBytes, progress?.tick);
  progress?.done();
  return () => {
    progress?.step('checking what was written', changes.length);
    finishTransaction(tree.root, progress?.tick);
    progress?.done();
  };
}

/** What a tree changes, file by file: Nx lists a folder when its last file goes, and one that was deleted as a whole. */
function changesOf(tree: Tree, deletedLinks: readonly string[] = []): FileChange[] {
  const changes = new Map<string, Buffer | null>(deletedLinks.map((path) => [path, null]));
  for (const { path, type, content } of tree.listChanges()) {
    if (type !== 'DELETE') changes.set(path, content ?? Buffer.alloc(0));
    else for (const file of filesAt(tree.root, path)) changes.set(file, null);
  }
  return [...changes].map(([path, content]) => ({ path, content }));
}

/** The file, or every file below the folder that tools did not leave there. */
function filesAt(root: string, path: string): string[] {
  if (!lstatSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !isLeftover(name))
    .flatMap((name) => filesAt(root, `${path}/${name}`));
}

/** The record of a change of files, and the new bytes by their paths. */
export function recordOf(
  root: string,
  listed: readonly FileChange[],
  options: CommitOptions,
): { record: PlannedTransaction; newBytes: Map<string, Uint8Array> } {
  const newBytes = new Map<string, Uint8Array>();
  const changes: PathChange[] = listed.map(({ path, content }) => {
    const before = stateOf(join(root, path));
    if (content === null) return { path, before, after: null };
    const special = options.special?.get(path);
    newBytes.set(path, content);
    const after: FileState = special?.symlink
      ? { sha256: sha256(Buffer.from(special.symlink)), mode: 0o777, symlink: special.symlink }
      : { sha256: sha256(content), mode: special?.mode ?? before?.mode ?? 0o644, symlink: null };
    return { path, before, after };
  });
  const record: PlannedTransaction = {
    schema: TRANSACTION_SCHEMA,
    id: nextId(root, options.project),
    command: options.command,
    project: options.project,
    kind: 'change',
    changes,
    swept: options.swept ?? [],
    emptyFolders: [...(options.emptyFolders ?? []), ...emptyParents(root, changes)],
  };
  return { record, newBytes };
}

/** Folders that are there and empty, and get a file now. */
function emptyParents(root: string, changes: readonly PathChange[]): string[] {
  const found = new Set<string>();
  for (const { path, before } of changes) {
    if (before) continue;
    let folder = dirname(path);
    while (folder !== '.' && !existsSync(join(root, folder))) folder = dirname(folder);
    if (folder !== '.' && !found.has(folder) && readdirSync(join(root, folder)).length === 0)
      found.add(folder);
  }
  return [...found];
}
