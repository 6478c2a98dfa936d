import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceFiles } from '../core/sync/source';
import { sha256 } from './transaction/files';

/** Size of a file on the disk in bytes; 0 where there is none. */
export function sizeOnDisk(root: string, path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0;
}

/** The workspace as sync reads it, from the disk. */
export function workspaceFiles(root: string): WorkspaceFiles {
  return {
    read(path) {
      const absolute = join(root, path);
      return statSync(absolute, { throwIfNoEntry: false })?.isFile() ? readFileSync(absolute) : null;
    },
    hash: (text) => sha256(Buffer.from(text)),
  };
}
