import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from './transaction/files';

/** Results by the bytes that they were made from, kept between commands. */
export interface ContentCache<Value> {
  /** The known result for these bytes, or a new one. What `make` throws is not kept. */
  get(parts: readonly (Uint8Array | null)[], make: () => Value): Value;
  /** Keep what was asked for, and only that. */
  save(): void;
}

/** Keeps nothing. */
export const NO_CACHE: ContentCache<never> = { get: (_parts, make) => make(), save: () => undefined };

/**
 * @param name of the file in Nx's own cache: Nx asks for the graph in a dry run too, which leaves nothing in `.ufc/`
 * @param version of the code that makes the results: another one starts anew
 */
export function contentCache<Value>(root: string, name: string, version: string): ContentCache<Value> {
  const path = join(root, '.nx', 'workspace-data', `nx-ufc-${name}.json`);
  const known = readEntries<Value>(path, version);
  const used: Record<string, Value> = {};
  return {
    get(parts, make) {
      const key = sha256(
        Buffer.concat(parts.flatMap((part) => [part ?? Buffer.from('\0'), Buffer.from('\0')])),
      );
      if (!(key in used)) used[key] = key in known ? known[key] : make();
      return used[key];
    },
    save() {
      const keys = Object.keys(used);
      if (keys.length === Object.keys(known).length && keys.every((key) => key in known)) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.${process.pid}`, JSON.stringify({ version, entries: used }));
      renameSync(`${path}.${process.pid}`, path);
    },
  };
}

function readEntries<Value>(path: string, version: string): Record<string, Value> {
  if (!existsSync(path)) return {};
  try {
    const cache = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
      entries: Record<string, Value>;
    };
    return cache.version === version ? cache.entries : {};
  } catch {
    // A damaged cache is made anew.
    return {};
  }
}
