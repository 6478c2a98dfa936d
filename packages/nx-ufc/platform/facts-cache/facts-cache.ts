import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const path = join(cacheFolder, extractorVersion(), `${hashOf(Buffer.from(folder))}.pack`);
  const stored = readPack(readIfThere(path));
  const used = new Map<string, Packed>();
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
    used.set(key, packed(encodeFacts(facts)));
    counts.extracted++;
    return facts;
  };
  const save = () => {
    const unchanged = counts.extracted === 0 && used.size === stored.size;
    if (unchanged || used.size === 0 || process.env.NX_DRY_RUN === 'true') return;
    try {
      replace(path, writePack(used));
      sweepCache(cacheFolder, extractorVersion());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  };
  return { factsOf, save, counts };
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
