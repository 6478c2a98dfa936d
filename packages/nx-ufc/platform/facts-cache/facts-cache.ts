import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactsReader } from '../../core/project/project-facts';
import { extractFacts } from '../../core/python/facts';
import { decodeFacts, encodeFacts } from '../../core/python/facts/codec';
import type { FileFacts } from '../../core/python/facts/types';
import type { Packed } from './pack';
import { isWhole, packed, readPack, writePack } from './pack';
import { sweepCache } from './sweep';
import { extractorVersion } from './version';

/** Facts of files that were seen before, by the hash of their bytes. */
export interface FactsCache {
  factsOf: FactsReader;
  /** Write what this run needed; a dry run writes nothing. A cache that cannot be written is no error. */
  save: () => void;
  counts: { served: number; extracted: number };
}

/**
 * The cache of one analysed folder, a single file in `.ufc/cache/facts/<version of the extractor>/`. What is damaged, cut off or
 * of another version is not used. Processes may share it: a pack is put in place whole, and the last one wins.
 * @param folder how the folder is called in messages
 */
export function openFactsCache(workspaceRoot: string, folder: string): FactsCache {
  const cacheFolder = join(workspaceRoot, '.ufc/cache/facts');
  const stored = readPack(
    existsSync(cacheFolder) ? readIfThere(pathOf(cacheFolder, folder)) : Buffer.alloc(0),
  );
  const used = new Map<string, Packed>();
  const extracted = new Map<string, FileFacts>();
  const counts = { served: 0, extracted: 0 };
  const factsOf: FactsReader = (source, bytes) => {
    const key = hashOf(bytes);
    const entry = used.get(key) ?? stored.get(key);
    const found = entry && decoded(source.path, entry);
    if (found) {
      used.set(key, entry);
      counts.served++;
      return found;
    }
    const facts = extractFacts(source);
    extracted.set(key, facts);
    counts.extracted++;
    return facts;
  };
  const save = () => {
    const unchanged = counts.extracted === 0 && used.size === stored.size;
    if (unchanged || process.env.NX_DRY_RUN === 'true') return;
    for (const [key, facts] of extracted) used.set(key, packed(encodeFacts(facts)));
    if (used.size === 0) return;
    try {
      replace(pathOf(cacheFolder, folder), writePack(used));
      sweepCache(cacheFolder, extractorVersion());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  };
  return { factsOf, save, counts };
}

function pathOf(cacheFolder: string, folder: string): string {
  return join(cacheFolder, extractorVersion(), `${hashOf(Buffer.from(folder))}.pack`);
}

function decoded(path: string, entry: Packed): FileFacts | null {
  if (!isWhole(entry)) return null;
  try {
    return decodeFacts(path, entry.bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function replace(path: string, bytes: Uint8Array): void {
  const staged = `${path}.${process.pid}`;
  mkdirSync(join(path, '..'), { recursive: true });
  try {
    writeFileSync(staged, bytes);
    renameSync(staged, path);
  } finally {
    rmSync(staged, { force: true });
  }
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 40);
}
