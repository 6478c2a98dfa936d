import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What a path holds: its bytes by hash, its permission bits, its link target. Null when there is nothing. */
export interface FileState {
  sha256: string;
  mode: number;
  symlink: string | null;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function stateOf(path: string): FileState | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  if (stats.isSymbolicLink()) {
    const target = readlinkSync(path);
    return { sha256: sha256(Buffer.from(target)), mode: 0o777, symlink: target };
  }
  return { sha256: sha256(readFileSync(path)), mode: stats.mode & 0o777, symlink: null };
}

/** Where a file lies until it is complete. */
export function stagedFor(path: string): string {
  return `${path}.ufc-new`;
}

/** Write a file beside its place, make it durable, then put it there: a reader sees the old bytes or the new ones. */
export function writeDurably(path: string, parts: readonly Uint8Array[], mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  const staged = stagedFor(path);
  const file = openSync(staged, 'w', mode);
  try {
    for (const part of parts) writeFileSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(staged, mode);
  renameSync(staged, path);
}

/** Do two states differ at most in permission bits? */
export function sameContent(a: FileState | null, b: FileState | null): boolean {
  return a === null || b === null ? a === b : a.sha256 === b.sha256 && a.symlink === b.symlink;
}

/** Bring a path from the state that it is in to another; the bytes come from the content-addressed store. */
export function applyState(
  path: string,
  from: FileState | null,
  to: FileState | null,
  bytesOf: (hash: string) => Uint8Array,
): void {
  if (to === null) {
    rmSync(path, { force: true });
  } else if (to.symlink !== null) {
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(to.symlink, path);
  } else if (sameContent(from, to)) chmodSync(path, to.mode);
  else writeDurably(path, [bytesOf(to.sha256)], to.mode);
}

/** Remove caches and empty folders below a folder whose files were moved away, and what is then empty above it. */
export function sweep(root: string, folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !isLeftover(entry.name)) sweepInside(join(folder, entry.name));
  }
  sweepAbove(root, folder);
}

/** Remove a folder and those above it as long as they hold nothing but what tools left. */
export function sweepAbove(root: string, folder: string): void {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    if (existsSync(at) && !removeIfEmpty(at)) return;
  }
}

/** What tools leave behind: it goes with the files that it was made from. */
const LEFTOVERS = new Set([
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.DS_Store',
  'Thumbs.db',
]);

export function isLeftover(name: string): boolean {
  return LEFTOVERS.has(name);
}

function sweepInside(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !isLeftover(entry.name)) sweepInside(join(folder, entry.name));
  }
  removeIfEmpty(folder);
}

/** Remove a folder that holds nothing. @returns whether it is gone; somebody may put something into it at the same moment */
export function removeEmptyFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return !existsSync(folder);
  }
}

function removeIfEmpty(folder: string): boolean {
  const entries = readdirSync(folder);
  if (entries.some((name) => !isLeftover(name))) return false;
  for (const name of entries) rmSync(join(folder, name), { recursive: true });
  rmdirSync(folder);
  return true;
}
