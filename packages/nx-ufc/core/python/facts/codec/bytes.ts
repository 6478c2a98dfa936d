/** Bytes that grow, and the strings that they point to. */
export interface Writer {
  bytes: Uint8Array;
  at: number;
  strings: Map<string, number>;
  /** The offset written last: offsets are close to one another. */
  last: number;
}

export interface Reader {
  bytes: Uint8Array;
  at: number;
  strings: string[];
  last: number;
}

export function createWriter(): Writer {
  return { bytes: new Uint8Array(1 << 12), at: 0, strings: new Map(), last: 0 };
}

function writeByte(w: Writer, value: number): void {
  if (w.at === w.bytes.length) {
    const grown = new Uint8Array(w.bytes.length * 2);
    grown.set(w.bytes);
    w.bytes = grown;
  }
  w.bytes[w.at++] = value;
}

/** An integer from 0 to 2^32 - 1, seven bits a byte. */
export function writeUint(w: Writer, value: number): void {
  let rest = value;
  while (rest > 127) {
    writeByte(w, (rest & 127) | 128);
    rest >>>= 7;
  }
  writeByte(w, rest);
}

/** @throws RangeError past the end */
export function readUint(r: Reader): number {
  const { bytes } = r;
  let byte = bytes[r.at++];
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let shift = 7; shift < 35; shift += 7) {
    byte = bytes[r.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
  throw new RangeError('no number');
}

/** A signed integer of 32 bits; small ones are short. */
export function writeInt(w: Writer, value: number): void {
  writeUint(w, ((value << 1) ^ (value >> 31)) >>> 0);
}

export function readInt(r: Reader): number {
  const value = readUint(r);
  return (value >>> 1) ^ -(value & 1);
}

export function writeString(w: Writer, value: string): void {
  let index = w.strings.get(value);
  if (index === undefined) w.strings.set(value, (index = w.strings.size));
  writeUint(w, index);
}

/** @throws RangeError when there is no such string */
export function readString(r: Reader): string {
  const value = r.strings[readUint(r)];
  if (value === undefined) throw new RangeError('no string');
  return value;
}

/** What was written, the strings in front: their number, their lengths, one or two bytes a unit, the units. */
export function finish(w: Writer): Uint8Array {
  const texts = [...w.strings.keys()];
  const all = texts.join('');
  // eslint-disable-next-line no-control-regex -- the range is that of latin-1
  const wide = /[^\x00-\xff]/.test(all);
  const head = createWriter();
  writeUint(head, texts.length);
  for (const text of texts) writeUint(head, text.length);
  writeByte(head, wide ? 2 : 1);
  const units = Buffer.from(all, wide ? 'utf16le' : 'latin1');
  return Buffer.concat([head.bytes.subarray(0, head.at), units, w.bytes.subarray(0, w.at)]);
}

/** @throws RangeError when the bytes are not what `finish` made */
export function createReader(bytes: Uint8Array): Reader {
  const r: Reader = { bytes, at: 0, strings: [], last: 0 };
  const count = readCount(r);
  const lengths: number[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    const length = readUint(r);
    lengths.push(length);
    total += length;
  }
  const wide = bytes[r.at++] === 2;
  const end = r.at + total * (wide ? 2 : 1);
  if (!(end <= bytes.length)) throw new RangeError('strings are cut off');
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + r.at, end - r.at);
  const all = view.toString(wide ? 'utf16le' : 'latin1');
  let from = 0;
  for (const length of lengths) r.strings.push(all.slice(from, (from += length)));
  r.at = end;
  return r;
}

/** The length of a list; never more than there are bytes. @throws RangeError */
export function readCount(r: Reader): number {
  const count = readUint(r);
  if (count > r.bytes.length - r.at) throw new RangeError('no list');
  return count;
}
