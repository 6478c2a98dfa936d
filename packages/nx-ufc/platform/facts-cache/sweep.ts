import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes that the cache may take: about ten million lines of code. */
const LIMIT = 512 * 1024 * 1024;

/** Remove what other versions of the extractor left, and the packs not written for longest when there is too much. */
export function sweepCache(folder: string, version: string, limit = LIMIT): void {
  for (const name of readdirSync(folder))
    if (name !== version) rmSync(join(folder, name), { recursive: true, force: true });
  const packs = readdirSync(join(folder, version))
    .map((name) => join(folder, version, name))
    .map((path) => ({ path, stats: statSync(path, { throwIfNoEntry: false }) }))
    .filter(({ stats }) => stats !== undefined)
    .sort((a, b) => b.stats!.mtimeMs - a.stats!.mtimeMs);
  let total = 0;
  for (const { path, stats } of packs) {
    total += stats!.size;
    if (total > limit) rmSync(path, { force: true });
  }
}
