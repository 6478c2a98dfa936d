import type { GeneratorCallback, Tree } from '@nx/devkit';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256, stateOf } from '../../platform/transaction/files';
import type { FileState } from '../../platform/transaction/files';
import type { PathChange, TransactionRecord } from '../../platform/transaction/transaction';
import { beginTransaction, finishTransaction, nextId } from '../../platform/transaction/transaction';

export interface CommitOptions {
  command: string;
  project: string;
  /** Permission bits and link targets of created files, where they differ from 0644. */
  special?: ReadonlyMap<string, { mode: number; symlink: string | null }>;
  swept?: string[];
  emptyFolders?: string[];
}

/**
 * Put a journal and a backup around Nx's flush of a tree. The journal is written before Nx writes the first byte; the
 * callback, which Nx runs after its flush, brings modes and links into order and marks the command done. Killed in
 * between, the next command completes it. A dry run records nothing.
 */
export function commitTree(tree: Tree, options: CommitOptions): GeneratorCallback | void {
  // Deleting the last file of a folder makes Nx list the folder too.
  const listed = tree
    .listChanges()
    .filter((change) => change.type !== 'DELETE' || !isFolder(join(tree.root, change.path)));
  if (process.env.NX_DRY_RUN === 'true' || listed.length === 0) return undefined;
  const newBytes = new Map<string, Uint8Array>();
  const changes: PathChange[] = listed.map((change) => {
    const before = stateOf(join(tree.root, change.path));
    if (change.type === 'DELETE') return { path: change.path, before, after: null };
    const special = options.special?.get(change.path);
    const bytes = change.content ?? Buffer.alloc(0);
    newBytes.set(change.path, bytes);
    const after: FileState = special?.symlink
      ? { sha256: sha256(Buffer.from(special.symlink)), mode: 0o777, symlink: special.symlink }
      : { sha256: sha256(bytes), mode: special?.mode ?? before?.mode ?? 0o644, symlink: null };
    return { path: change.path, before, after };
  });
  const record: TransactionRecord = {
    schema: 'ufc:transaction:1',
    id: nextId(tree.root, options.project),
    command: options.command,
    project: options.project,
    kind: 'change',
    changes,
    swept: options.swept ?? [],
    emptyFolders: [...(options.emptyFolders ?? []), ...emptyParents(tree.root, changes)],
  };
  beginTransaction(tree.root, record, newBytes);
  return () => void finishTransaction(tree.root);
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

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
