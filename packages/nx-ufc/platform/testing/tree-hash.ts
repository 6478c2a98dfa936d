import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../transaction/files';

const LEFT_OUT = new Set(['.git', '.ufc', '.nx', 'node_modules', '__pycache__']);

/**
 * What a folder holds, for tests: a line for every file (path, permission bits, hash), link and empty folder. Version control,
 * installed packages, compiled Python and the factory's own state are left out.
 */
export function treeHash(root: string): string {
  return linesOf(root, '').sort().join('\n');
}

function linesOf(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const lines = entries.length === 0 ? [`${folder}/`] : [];
  for (const entry of entries) {
    if (LEFT_OUT.has(entry.name)) continue;
    const path = join(folder, entry.name);
    const absolute = join(root, path);
    if (entry.isSymbolicLink()) lines.push(`${path} -> ${readlinkSync(absolute)}`);
    else if (entry.isDirectory()) lines.push(...linesOf(root, path));
    else
      lines.push(
        `${path} ${(lstatSync(absolute).mode & 0o777).toString(8)} ${sha256(readFileSync(absolute))}`,
      );
  }
  return lines;
}
