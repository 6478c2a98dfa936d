import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceFiles } from '../core/sync/source';
import { sha256 } from './transaction/files';

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
