import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../core/errors';
import type { Ledger } from '../core/plan/ledger';
import { MAP_NAME } from '../core/plan/map-file';
import type { SourceTree } from '../core/project/types';
import { linkNeighbours } from './legacy-neighbours';
import { locate, readSourceTree } from './source-tree';
import { sha256 } from './transaction/files';
import { backups, load, type TransactionRecord } from './transaction/transaction';

/** A tree without the factory's own map file. */
export function withoutMap(tree: SourceTree): SourceTree {
  return { ...tree, files: tree.files.filter((file) => file.path !== MAP_NAME) };
}

/** Identity of a source tree: over its paths and bytes. */
export function digestOf(tree: SourceTree): string {
  return sha256(Buffer.from(tree.files.map((file) => `${file.path}\0${sha256(file.bytes)}\n`).join('')));
}

/**
 * The legacy package of a migration as it was, in a folder of the cache that nobody else writes to: from `given`, from
 * where it still lies, or from the backup.
 * @returns its workspace-relative folder @throws UsageError when it cannot be had, or is another state of the package
 */
export function restoreLegacy(workspaceRoot: string, ledger: Ledger, given?: string): string {
  const own = `.ufc/cache/legacy/${ledger.source.sha256.slice(0, 20)}`;
  rmSync(join(workspaceRoot, own), { recursive: true, force: true });
  // A service may be imported by its path in the workspace: it lies below one like that.
  const isInside = !/^(\/|[A-Za-z]:|\.\.)/.test(ledger.source.path);
  const folder = isInside ? `${own}/${ledger.source.path}` : own;
  const target = join(workspaceRoot, folder);
  const record = given === undefined ? backupOf(workspaceRoot, ledger) : undefined;
  const place = locate(workspaceRoot, given ?? ledger.source.path);
  if (record) writeOld(workspaceRoot, record, `${ledger.source.path}/`, target);
  else {
    if (!existsSync(place.absolute)) throw nowhere(ledger, given);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(place.absolute, target, { recursive: true, verbatimSymlinks: true });
  }
  const found = digestOf(withoutMap(readSourceTree(target, folder)));
  if (found !== ledger.source.sha256)
    throw new UsageError(
      `${given ?? ledger.source.path} is another state of the package than the one that was migrated. Give that one with --source.`,
    );
  if (isInside) linkNeighbours(workspaceRoot, own, ledger.source.path);
  return folder;
}

function backupOf(workspaceRoot: string, ledger: Ledger): TransactionRecord | undefined {
  const prefix = `${ledger.source.path}/`;
  return backups(workspaceRoot).findLast(
    (candidate) =>
      candidate.project === ledger.project &&
      candidate.changes.some((change) => change.after === null && change.path.startsWith(prefix)),
  );
}

function nowhere(ledger: Ledger, given: string | undefined): UsageError {
  return new UsageError(
    given !== undefined
      ? `${given} does not exist.`
      : `${ledger.source.path} is gone and there is no backup of it here (.ufc/backups stays on the machine that migrated). Check the legacy package out from version control and give its folder with --source.`,
  );
}

function writeOld(workspaceRoot: string, record: TransactionRecord, prefix: string, target: string): void {
  for (const { path, before } of record.changes) {
    if (!before || !path.startsWith(prefix)) continue;
    const file = join(target, path.slice(prefix.length));
    mkdirSync(dirname(file), { recursive: true });
    if (before.symlink !== null) symlinkSync(before.symlink, file);
    else {
      writeFileSync(file, load(workspaceRoot, record, before.sha256));
      chmodSync(file, before.mode);
    }
  }
}
