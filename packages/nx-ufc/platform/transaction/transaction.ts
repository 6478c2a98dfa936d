import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors';
import { acquireLock, releaseLock } from '../lock';
import type { FileState } from './files';
import { applyState, sha256, stateOf, sweep, writeDurably } from './files';

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
  changes: PathChange[];
  /** Folders to sweep when their files are gone. */
  swept: string[];
  /** Folders that were empty before: undo makes them again. */
  emptyFolders: string[];
}

const state = (root: string, ...parts: string[]) => join(root, '.ufc', ...parts);
const objectPath = (root: string, hash: string) => state(root, 'backups', 'objects', hash.slice(0, 2), hash);
const journalPath = (root: string) => state(root, 'journal', 'transaction.json');
const backupPath = (root: string, id: string) => state(root, 'backups', `${id}.json`);

/**
 * Record a change before it is made: old and new bytes go to the store, the record to the backups and, as the commit
 * point, to the journal. Whoever finds a journal finishes what it says.
 */
export function beginTransaction(
  root: string,
  record: TransactionRecord,
  newBytes: ReadonlyMap<string, Uint8Array>,
): void {
  for (const { path, before, after } of record.changes) {
    if (before && before.symlink === null) store(root, before.sha256, readFileSync(join(root, path)));
    if (after && after.symlink === null) store(root, after.sha256, newBytes.get(path)!);
  }
  const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  writeDurably(backupPath(root, record.id), bytes);
  writeDurably(journalPath(root), bytes);
}

/** Carry out what the journal says; paths that are as they should be are left alone. Then the journal goes. */
export function finishTransaction(root: string): TransactionRecord | null {
  if (!existsSync(journalPath(root))) return null;
  const record = JSON.parse(readFileSync(journalPath(root), 'utf8')) as TransactionRecord;
  for (const { path, after } of record.changes)
    if (!sameState(stateOf(join(root, path)), after))
      applyState(join(root, path), after, (hash) => load(root, hash));
  for (const folder of record.swept) sweep(root, join(root, folder));
  rmSync(journalPath(root), { force: true });
  return record;
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
    .map(({ path }) => path);
}

/** Bring every path back to its state before the command, byte for byte, and forget the backup. */
export function undoTransaction(root: string, record: TransactionRecord): void {
  const changes = record.changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  const swept = [
    ...new Set(
      record.changes
        .filter((change) => change.before === null)
        .map((change) => change.path.split('/').slice(0, 2).join('/')),
    ),
  ];
  writeDurably(journalPath(root), Buffer.from(JSON.stringify({ ...record, changes, swept })));
  finishTransaction(root);
  for (const folder of record.emptyFolders) mkdirSync(join(root, folder), { recursive: true });
  rmSync(backupPath(root, record.id), { force: true });
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
  if (!existsSync(objectPath(root, hash))) writeDurably(objectPath(root, hash), bytes);
}

/** Bytes of a backup by their hash. @throws when they are damaged or gone */
export function load(root: string, hash: string): Uint8Array {
  const bytes = readFileSync(objectPath(root, hash));
  if (sha256(bytes) !== hash) throw new Error(`the backup object ${hash} is damaged`);
  return bytes;
}

/** Run while holding the workspace's lock. @throws UsageError that says who holds it */
export function withLock<T>(root: string, command: string, run: () => T): T {
  const path = state(root, 'journal', 'lock');
  const holder = acquireLock(path, command);
  if (holder !== null)
    throw new UsageError(`Another command is changing this workspace: ${holder}. Wait for it and run again.`);
  try {
    return run();
  } finally {
    releaseLock(path);
  }
}
