import { crc32 } from 'node:zlib';

/**
 * Many byte strings in one file, by key: magic, number of entries, an index of (key, offset, length, checksum), a checksum of
 * all that, and the entries.
 */
const MAGIC = Buffer.from('UFCPACK1');
const KEY_BYTES = 20;
const INDEX_BYTES = KEY_BYTES + 12;
const HEAD_BYTES = MAGIC.length + 4;

/** One byte string whose checksum has not been looked at yet. */
export interface Packed {
  bytes: Buffer;
  checksum: number;
}

/** @param entries by key, 40 hexadecimal digits */
export function writePack(entries: ReadonlyMap<string, Packed>): Buffer {
  const head = Buffer.alloc(HEAD_BYTES + entries.size * INDEX_BYTES + 4);
  MAGIC.copy(head);
  let at = head.writeUInt32LE(entries.size, MAGIC.length);
  let offset = head.length;
  for (const [key, { bytes, checksum }] of entries) {
    at += Buffer.from(key, 'hex').copy(head, at);
    at = head.writeUInt32LE(offset, at);
    at = head.writeUInt32LE(bytes.length, at);
    at = head.writeUInt32LE(checksum, at);
    offset += bytes.length;
  }
  head.writeUInt32LE(crc32(head.subarray(0, at)), at);
  return Buffer.concat([head, ...[...entries.values()].map(({ bytes }) => bytes)]);
}

/** The entries of a pack; none when it is no pack, is cut off, or its index is damaged. */
export function readPack(pack: Buffer): Map<string, Packed> {
  const entries = new Map<string, Packed>();
  if (pack.length < HEAD_BYTES + 4 || !pack.subarray(0, MAGIC.length).equals(MAGIC)) return entries;
  const end = HEAD_BYTES + pack.readUInt32LE(MAGIC.length) * INDEX_BYTES;
  if (end + 4 > pack.length || crc32(pack.subarray(0, end)) !== pack.readUInt32LE(end)) return entries;
  for (let at = HEAD_BYTES; at < end; at += INDEX_BYTES) {
    const offset = pack.readUInt32LE(at + KEY_BYTES);
    const length = pack.readUInt32LE(at + KEY_BYTES + 4);
    if (offset + length > pack.length) continue;
    entries.set(pack.toString('hex', at, at + KEY_BYTES), {
      bytes: pack.subarray(offset, offset + length),
      checksum: pack.readUInt32LE(at + KEY_BYTES + 8),
    });
  }
  return entries;
}

export function packed(bytes: Uint8Array): Packed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { bytes: buffer, checksum: crc32(buffer) };
}

/** Are the bytes of an entry those that were written? */
export function isWhole({ bytes, checksum }: Packed): boolean {
  return crc32(bytes) === checksum;
}
