import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/errors';
import { acquireLock, ownsLock, releaseLock, sweepStaged, waitForLock } from '../lock';
import type { FileState } from './files';
import {
  applyState,
  removeEmptyFolder,
  sha256,
  stagedFor,
  stateOf,
  sweep,
  sweepAbove,
  writeDurably,
} from './files';

/** One path before and after. */
export interface PathChange {
  path: string;
  before: FileState | null;
  after: FileState | null;
}

/** What a command changes, and everything needed to finish it or take it back. */
export interface TransactionRecord {
  schema: 'ufc:transaction:1';
  id: string;
  command: string;
  project: string;
  /** `undo` takes back the record of the same id. */
  kind: 'change' | 'undo';
  changes: PathChange[];
  /** Folders that go as a whole when their files are gone; elsewhere only what the change left empty goes. */
  swept: string[];
  /** Folders that hold nothing and were there before a change; an undo makes them again. */
  emptyFolders: string[];
}

const state = (root: string, ...parts: string[]) => join(root, '.ufc', ...parts);
const objectPath = (root: string, hash: string) => state(root, 'backups', 'objects', hash.slice(0, 2), hash);
const journalPath = (root: string) => state(root, 'journal', 'transaction.json');
const lockPath = (root: string) => state(root, 'journal', 'lock');
const backupPath = (root: string, id: string) => state(root, 'backups', `${id}.json`);

/**
 * Record a change before it is made: old and new bytes go to the store, then, as the commit point, the record to the
 * journal. Whoever finds a journal finishes what it says. The lock stays taken until then.
 * @throws UsageError that says who holds the lock
 */
export function beginTransaction(
  root: string,
  record: TransactionRecord,
  newBytes: ReadonlyMap<string, Uint8Array>,
  onFile: () => void = () => undefined,
): void {
  lock(root, record.command);
  try {
    for (const { path, before, after } of record.changes) {
      if (before && before.symlink === null) store(root, before.sha256, readFileSync(join(root, path)));
      if (after && after.symlink === null && newBytes.has(path))
        store(root, after.sha256, newBytes.get(path)!);
      onFile();
    }
    writeDurably(journalPath(root), serialised(record));
  } catch (error) {
    releaseLock(lockPath(root));
    throw error;
  }
}

/**
 * Carry out what the journal says; paths that are as they should be are left alone. Every step can be repeated, and the
 * journal goes last. @returns null when there is no journal @throws UsageError that says who holds the lock
 */
export function finishTransaction(
  root: string,
  onFile: () => void = () => undefined,
): TransactionRecord | null {
  if (!existsSync(journalPath(root))) return null;
  lock(root, 'finishing a command');
  const record = committedRecord(root);
  if (record === null) {
    rmSync(journalPath(root), { force: true });
    releaseLock(lockPath(root));
    return null;
  }
  for (const { path, after } of record.changes) {
    if (!sameState(stateOf(join(root, path)), after))
      applyState(join(root, path), after, (hash) => load(root, hash));
    onFile();
  }
  for (const folder of record.swept) sweep(root, join(root, folder));
  for (const { path, after } of record.changes) if (!after) sweepAbove(root, dirname(join(root, path)));
  if (record.kind === 'undo') {
    for (const folder of record.emptyFolders) mkdirSync(join(root, folder), { recursive: true });
    rmSync(backupPath(root, record.id), { force: true });
  } else writeDurably(backupPath(root, record.id), serialised(record));
  rmSync(journalPath(root), { force: true });
  releaseLock(lockPath(root));
  return record;
}

/**
 * What the journal says; null when it is no commit: its writing was cut off, which only happens to one that Nx wrote for
 * `nx sync`, or its command is done and something wrote it once more.
 */
function committedRecord(root: string): TransactionRecord | null {
  const text = readFileSync(journalPath(root), 'utf8');
  let record: TransactionRecord;
  try {
    record = JSON.parse(text) as TransactionRecord;
  } catch {
    return null;
  }
  const done = backupPath(root, record.id);
  const isDone = record.kind === 'change' && existsSync(done) && readFileSync(done, 'utf8') === text;
  return isDone ? null : record;
}

/**
 * The files that `beginTransaction` would write, the journal last: for `nx sync`, which writes them itself before the files
 * of the change, and only when it does not merely check. Paths are below the workspace.
 */
export function transactionFiles(
  root: string,
  record: TransactionRecord,
  newBytes: ReadonlyMap<string, Uint8Array>,
): { path: string; content: Uint8Array }[] {
  const objects = new Map<string, Uint8Array>();
  for (const { path, before, after } of record.changes) {
    if (before && before.symlink === null) objects.set(before.sha256, readFileSync(join(root, path)));
    if (after && newBytes.has(path)) objects.set(after.sha256, newBytes.get(path)!);
  }
  const files = [...objects].filter(([hash, bytes]) => !isStored(root, hash, bytes));
  return [
    ...files.map(([hash, content]) => ({ path: objectPath('', hash), content })),
    { path: journalPath(''), content: serialised(record) },
  ];
}

/** The records of past commands, the newest last. */
export function backups(root: string): TransactionRecord[] {
  const folder = state(root, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TransactionRecord);
}

/** Files that are not as the command left them: undo would lose what was done to them since. */
export function changedSince(root: string, record: TransactionRecord): string[] {
  return record.changes
    .filter(({ path, after }) => !sameState(stateOf(join(root, path)), after))
    .map(({ path }) => path)
    .sort();
}

/** Bring every path back to its state before the command, byte for byte, and forget the backup. */
export function undoTransaction(root: string, record: TransactionRecord, onFile?: () => void): void {
  const changes = record.changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  beginTransaction(root, { ...record, kind: 'undo', changes, swept: [] }, new Map());
  finishTransaction(root, onFile);
}

/** A name that sorts by time and cannot collide. */
export function nextId(root: string, project: string): string {
  const last = backups(root).at(-1)?.id ?? '0000';
  return `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}-${project}`;
}

function sameState(a: FileState | null, b: FileState | null): boolean {
  return a === null || b === null
    ? a === b
    : a.sha256 === b.sha256 && a.symlink === b.symlink && (a.symlink !== null || a.mode === b.mode);
}

function store(root: string, hash: string, bytes: Uint8Array): void {
  if (!isStored(root, hash, bytes)) writeDurably(objectPath(root, hash), bytes);
}

/** One that was cut off is shorter. */
function isStored(root: string, hash: string, bytes: Uint8Array): boolean {
  return statSync(objectPath(root, hash), { throwIfNoEntry: false })?.size === bytes.length;
}

/** Bytes of a backup by their hash. @throws when they are damaged or gone */
export function load(root: string, hash: string): Uint8Array {
  const bytes = readFileSync(objectPath(root, hash));
  if (sha256(bytes) !== hash) throw new Error(`the backup object ${hash} is damaged`);
  return bytes;
}

/** Take the workspace's lock, unless this process has it. */
function lock(root: string, command: string): void {
  if (ownsLock(lockPath(root))) return;
  const holder = acquireLock(lockPath(root), command);
  if (holder !== null) throw new UsageError(occupied(holder));
}

const WAIT_MS = 2 * 60 * 1000;

/**
 * Have the workspace to oneself while running, so that what is read is still so when it is written. Another command is
 * waited for; `waiting` hears who it is, once. @throws UsageError that says who holds the lock, after two minutes
 */
export async function holdWorkspace(
  root: string,
  command: string,
  waiting: (holder: string) => void,
): Promise<void> {
  if (ownsLock(lockPath(root))) return;
  const holder = await waitForLock(lockPath(root), command, { waiting, timeoutMs: WAIT_MS });
  if (holder !== null) throw new UsageError(occupied(holder));
  sweepStaged(lockPath(root));
  rmSync(stagedFor(journalPath(root)), { force: true });
}

/** Give the workspace back, without folders that only held the lock; a change that is recorded and not finished yet keeps it. */
export function leaveWorkspace(root: string): void {
  if (existsSync(journalPath(root))) return;
  releaseLock(lockPath(root));
  for (const folder of [state(root, 'journal'), state(root)]) if (!removeEmptyFolder(folder)) return;
}

function occupied(holder: string): string {
  return `Another command is changing this workspace: ${holder}. Wait for it and run again.`;
}

function serialised(record: TransactionRecord): Uint8Array {
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
}
