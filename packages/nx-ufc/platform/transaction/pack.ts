import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { sha256 } from './files';

/** Where the bytes of each SHA-256 lie in a pack: offset and length. */
export type PackIndex = Record<string, [offset: number, length: number]>;

/**
 * Bytes of many files in one file, found by their hashes: it is made durable by one call, and no second file has to be
 * opened. Equal contents are kept once.
 */
export interface Pack {
  index: PackIndex;
  parts: Uint8Array[];
}

export function packOf(contents: Iterable<readonly [hash: string, bytes: Uint8Array]>): Pack {
  const pack: Pack = { index: {}, parts: [] };
  let offset = 0;
  for (const [hash, bytes] of contents) {
    if (hash in pack.index) continue;
    pack.index[hash] = [offset, bytes.length];
    pack.parts.push(bytes);
    offset += bytes.length;
  }
  return pack;
}

/** The bytes of a pack by their hash. @throws when they are damaged or gone */
export function unpack(path: string, index: PackIndex, hash: string): Uint8Array {
  const place = index[hash];
  if (!place || !existsSync(path)) throw new Error(`the backup ${path} has no ${hash}`);
  const [offset, length] = place;
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, offset);
  } finally {
    closeSync(file);
  }
  if (sha256(bytes) !== hash) throw new Error(`${hash} of the backup ${path} is damaged`);
  return bytes;
}
