import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What is no part of the workspace as its projects see it, or is found above as well. */
const LEFT_OUT = new Set(['.git', '.nx', '.ufc', 'dist', 'node_modules']);

/**
 * Surround a restored package by what lies around it in the workspace, as links: dependencies by path, members of a workspace of uv, data and
 * settings at the root are found by their paths.
 * @param own folder of the cache that stands for the workspace @param source folder of the package in the workspace
 */
export function linkNeighbours(workspaceRoot: string, own: string, source: string): void {
  let folder = '';
  for (const part of source.split('/')) {
    const there = join(workspaceRoot, folder);
    if (!existsSync(there)) return;
    mkdirSync(join(workspaceRoot, own, folder), { recursive: true });
    for (const entry of readdirSync(there)) {
      const link = join(workspaceRoot, own, folder, entry);
      if (entry !== part && !LEFT_OUT.has(entry) && !existsSync(link)) symlinkSync(join(there, entry), link);
    }
    folder = join(folder, part);
  }
}
