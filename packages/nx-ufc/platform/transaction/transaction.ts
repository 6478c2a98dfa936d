import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/errors';
import { acquireLock, ownsLock, releaseLock, sweepStaged, waitForLock } from '../lock';
import type { FileState } from './files';
import {
  applyState,
  removeEmptyFolder,
  sameContent,
  stagedFor,
  stateOf,
  sweep,
  sweepAbove,
  writeDurably,
} from './files';
import type { PackIndex } from './pack';
import { giveFolderModes, unusualModes } from './folder-modes';
import { packOf, unpack } from './pack';

/** One path before and after. */
export interface PathChange {
  path: string;
  before: FileState | null;
  after: FileState | null;
}

export const TRANSACTION_SCHEMA = 'ufc:transaction:2';

/** What a command changes, and everything needed to finish it or take it back. */
export interface TransactionRecord {
  schema: typeof TRANSACTION_SCHEMA;
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
  /** Permissions of folders that may go with their files, where a new folder would get others; an undo gives them back. */
  folderModes?: Record<string, number>;
  /** Where the old and new bytes lie in the pack beside the record. */
  objects: PackIndex;
}

/** A change that is not recorded yet: its bytes are not in a pack. */
export type PlannedTransaction = Omit<TransactionRecord, 'objects' | 'folderModes'>;

const state = (root: string, ...parts: string[]) => join(root, '.ufc', ...parts);
const journalPath = (root: string) => state(root, 'journal', 'transaction.json');
const lockPath = (root: string) => state(root, 'journal', 'lock');
const backupPath = (root: string, id: string) => state(root, 'backups', `${id}.json`);
const packPath = (root: string, id: string) => state(root, 'backups', `${id}.pack`);

/**
 * Record a change before it is made: old and new bytes go to a pack, then, as the commit point, the record to the
 * journal. Whoever finds a journal finishes what it says. The lock stays taken until then.
 * @throws UsageError that says who holds the lock
 */
export function beginTransaction(
  root: string,
  planned: PlannedTransaction,
  newBytes: ReadonlyMap<string, Uint8Array>,
  onFile: () => void = () => undefined,
): void {
  lock(root, planned.command);
  try {
    sweepPacks(root);
    const { index: objects, parts } = packOf(contentsOf(root, planned, newBytes, onFile));
    writeDurably(packPath(root, planned.id), parts);
    writeDurably(journalPath(root), serialised({ ...planned, ...modesOf(root, planned), objects }));
  } catch (error) {
    releaseLock(lockPath(root));
    throw error;
  }
}

/** Old and new bytes of every path, by their hashes. */
function* contentsOf(
  root: string,
  { changes }: PlannedTransaction,
  newBytes: ReadonlyMap<string, Uint8Array>,
  onFile: () => void = () => undefined,
): Generator<[string, Uint8Array]> {
  for (const { path, before, after } of changes) {
    if (before && before.symlink === null) yield [before.sha256, readFileSync(join(root, path))];
    if (after && after.symlink === null && newBytes.has(path)) yield [after.sha256, newBytes.get(path)!];
    onFile();
  }
}

function modesOf(
  root: string,
  { changes, emptyFolders }: PlannedTransaction,
): { folderModes?: Record<string, number> } {
  const gone = changes.flatMap(({ path, before, after }) => (before && !after ? [dirname(path)] : []));
  const folderModes = unusualModes(root, [...gone, ...emptyFolders]);
  return Object.keys(folderModes).length > 0 ? { folderModes } : {};
}

/** Remove packs of commands that were killed before their journal was written. */
function sweepPacks(root: string): void {
  const folder = state(root, 'backups');
  if (!existsSync(folder) || existsSync(journalPath(root))) return;
  const names = new Set(readdirSync(folder));
  for (const name of names)
    if (name.includes('.pack') && !names.has(`${name.split('.pack')[0]}.json`))
      rmSync(join(folder, name), { force: true });
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
    const now = stateOf(join(root, path));
    if (!sameState(now, after)) applyState(join(root, path), now, after, (hash) => load(root, record, hash));
    onFile();
  }
  for (const folder of record.swept) sweep(root, join(root, folder));
  for (const { path, after } of record.changes) if (!after) sweepAbove(root, dirname(join(root, path)));
  if (record.kind === 'undo') {
    for (const folder of record.emptyFolders) mkdirSync(join(root, folder), { recursive: true });
    giveFolderModes(root, record.folderModes ?? {});
    rmSync(backupPath(root, record.id), { force: true });
    rmSync(packPath(root, record.id), { force: true });
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
  planned: PlannedTransaction,
  newBytes: ReadonlyMap<string, Uint8Array>,
): { path: string; parts: readonly Uint8Array[] }[] {
  const { index: objects, parts } = packOf(contentsOf(root, planned, newBytes));
  return [
    { path: packPath('', planned.id), parts },
    { path: journalPath(''), parts: serialised({ ...planned, ...modesOf(root, planned), objects }) },
  ];
}

/** The records of past commands, the newest last. */
export function backups(root: string): TransactionRecord[] {
  const read = (name: string) => readFileSync(state(root, 'backups', name), 'utf8');
  return recordNames(root).map((name) => JSON.parse(read(name)) as TransactionRecord);
}

function recordNames(root: string): string[] {
  const folder = state(root, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** Files that are not as the command left them: undo would lose what was done to them since. */
export function changedSince(root: string, record: TransactionRecord): string[] {
  return record.changes
    .filter(({ path, after }) => !sameState(stateOf(join(root, path)), after))
    .map(({ path }) => path)
    .sort();
}

/** Is every file as it was before the change? Version control may have taken it back. */
export function isTakenBack(root: string, record: TransactionRecord): boolean {
  return record.changes.every(({ path, before }) => sameState(stateOf(join(root, path)), before));
}

/**
 * Bring every path back to its state before the command, byte for byte, and forget the backup.
 * @throws before anything is changed when the backup is damaged, gone, or of another version of the factory
 */
export function undoTransaction(root: string, record: TransactionRecord, onFile?: () => void): void {
  if (record.schema !== TRANSACTION_SCHEMA)
    throw new UsageError(
      `"${record.command}" was recorded as ${String(record.schema)}, which this version cannot take back. Use the version that recorded it.`,
    );
  const changes = record.changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  for (const { after } of changes) if (after && after.symlink === null) load(root, record, after.sha256);
  lock(root, record.command);
  try {
    writeDurably(journalPath(root), serialised({ ...record, kind: 'undo', changes, swept: [] }));
  } catch (error) {
    releaseLock(lockPath(root));
    throw error;
  }
  finishTransaction(root, onFile);
}

/** A name that sorts by time and cannot collide. */
export function nextId(root: string, project: string): string {
  const last = recordNames(root).at(-1) ?? '0000';
  return `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}-${project}`;
}

function sameState(a: FileState | null, b: FileState | null): boolean {
  return sameContent(a, b) && (a === null || a.symlink !== null || a.mode === b!.mode);
}

/** Bytes of a backup by their hash. @throws when they are damaged or gone */
export function load(root: string, record: TransactionRecord, hash: string): Uint8Array {
  return unpack(packPath(root, record.id), record.objects, hash);
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
  const inner = [state(root, 'journal'), state(root, 'backups')].map(removeEmptyFolder);
  if (inner.every(Boolean)) removeEmptyFolder(state(root));
}

function occupied(holder: string): string {
  return `Another command is changing this workspace: ${holder}. Wait for it and run again.`;
}

function serialised(record: TransactionRecord): Uint8Array[] {
  return [Buffer.from(`${JSON.stringify(record, null, 2)}\n`)];
}
