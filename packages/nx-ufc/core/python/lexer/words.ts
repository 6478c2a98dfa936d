import { KEYWORDS } from './kinds';

/**
 * Every ASCII identifier has one number and one string in the whole process: no text is cut out twice, and names are quick as
 * keys. The first numbers are those of the keywords. Open addressing; a slot holds a number plus one.
 */
interface Words {
  bits: number;
  slots: Int32Array;
  hashes: Int32Array;
  /** Codes of all words; word `i` lies between `starts[i]` and `starts[i + 1]`. */
  pool: Uint16Array;
  starts: Int32Array;
  texts: string[];
}

/** Longer names are not kept here. */
export const LONGEST = 64;
const FIRST_BITS = 14;
/** Between two files all words are forgotten when there are more than this, so that memory is bounded. */
const MANY = 1 << 17;
let words = keywordsOnly();

/** One step of the hash that `wordAt` takes, over the codes from the first to the last, beginning with 0; small enough to be no object. */
export function hashStep(hash: number, code: number): number {
  return (hash * 31 + code) & 0x3ffffff;
}

/** Number of the word whose codes lie in `[start, end)`. */
export function wordAt(codes: Uint16Array, start: number, end: number, hash: number): number {
  const { slots, hashes, pool, starts, bits } = words;
  const length = end - start;
  let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
    const id = entry - 1;
    const from = starts[id];
    if (hashes[id] === hash && starts[id + 1] - from === length) {
      let i = 0;
      while (i < length && pool[from + i] === codes[start + i]) i++;
      if (i === length) return id;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  return addWord(words, codes.slice(start, end), hash);
}

export function wordOf(id: number): string {
  return words.texts[id];
}

/** Call between two files: numbers of before may be void. */
export function boundWords(): void {
  if (words.texts.length > MANY) words = keywordsOnly();
}

function keywordsOnly(): Words {
  const size = 1 << FIRST_BITS;
  const made: Words = {
    bits: FIRST_BITS,
    slots: new Int32Array(size),
    hashes: new Int32Array(size / 2),
    pool: new Uint16Array(size * 8),
    starts: new Int32Array(size / 2 + 1),
    texts: [],
  };
  for (const keyword of KEYWORDS) {
    const codes = Uint16Array.from(keyword, (letter) => letter.charCodeAt(0));
    addWord(
      made,
      codes,
      codes.reduce((hash, code) => hashStep(hash, code), 0),
    );
  }
  return made;
}

function addWord(to: Words, codes: Uint16Array, hash: number): number {
  const id = to.texts.length;
  if (id === to.hashes.length) growTable(to);
  const from = to.starts[id];
  const size = from + codes.length;
  if (size > to.pool.length) {
    const grown = new Uint16Array(size * 2);
    grown.set(to.pool);
    to.pool = grown;
  }
  to.pool.set(codes, from);
  to.starts[id + 1] = size;
  to.hashes[id] = hash;
  to.texts.push(String.fromCharCode.apply(null, codes as unknown as number[]));
  occupy(to, id);
  return id;
}

function occupy({ slots, hashes, bits }: Words, id: number): void {
  let slot = Math.imul(hashes[id], 0x9e3779b1) >>> (32 - bits);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = id + 1;
}

/** At most half of the slots are taken. */
function growTable(of: Words): void {
  const size = of.hashes.length * 2;
  const hashes = new Int32Array(size);
  hashes.set(of.hashes);
  const starts = new Int32Array(size + 1);
  starts.set(of.starts);
  Object.assign(of, { bits: of.bits + 1, slots: new Int32Array(size * 2), hashes, starts });
  for (let id = 0; id < of.texts.length; id++) occupy(of, id);
}
