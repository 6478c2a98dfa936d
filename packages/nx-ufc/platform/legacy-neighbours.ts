import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What is no part of the workspace as its projects see it, or is found above as well. */
const LEFT_OUT = new Set(['.git', '.nx', '.ufc', 'dist', 'node_modules']);

/**
 * Surround a restored package by what lies around it in the workspace, folders as links: dependencies by path, members of a workspace of uv, data and
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
      const place = join(workspaceRoot, own, folder, entry);
      if (entry !== part && !LEFT_OUT.has(entry) && !existsSync(place)) stand(join(there, entry), place);
    }
    folder = join(folder, part);
  }
}

/** A junction needs no rights on Windows, which links to files do; a link that leads nowhere is left out. */
function stand(what: string, place: string): void {
  if (!existsSync(what)) return;
  if (statSync(what).isDirectory()) symlinkSync(what, place, 'junction');
  else copyFileSync(what, place);
}
