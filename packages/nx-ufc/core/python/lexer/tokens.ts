import { boundWords } from './words';

/** Tokens of a source in flat arrays; index i of each array belongs to token i. Offsets are UTF-16 units. */
export interface Tokens {
  count: number;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Number of the word of a NAME, see `words.ts`; -1 when it has letters beyond ASCII or is very long. Nothing for other tokens. */
  words: Int32Array;
  /** Start and end of each comment, `#` included, one pair after the other. */
  comments: number[];
}

/** The arrays of the last file are used again for the next one: tokens are dead once the tree is built. */
let spare: Tokens | null = null;

export function takeTokens(): Tokens {
  boundWords();
  const tokens = spare ?? {
    count: 0,
    kinds: new Uint8Array(1 << 14),
    starts: new Int32Array(1 << 14),
    ends: new Int32Array(1 << 14),
    words: new Int32Array(1 << 14),
    comments: [],
  };
  spare = null;
  tokens.count = 0;
  tokens.comments = [];
  return tokens;
}

/** Give the arrays back; very large ones are dropped, so that one huge file does not hold its memory for ever. */
export function releaseTokens(tokens: Tokens): void {
  if (tokens.kinds.length <= 1 << 20) spare = tokens;
}

export function pushToken(tokens: Tokens, kind: number, start: number, end: number): void {
  const at = tokens.count++;
  if (at === tokens.kinds.length) grow(tokens);
  tokens.kinds[at] = kind;
  tokens.starts[at] = start;
  tokens.ends[at] = end;
}

export function pushName(tokens: Tokens, word: number, start: number, end: number, kind: number): void {
  pushToken(tokens, kind, start, end);
  tokens.words[tokens.count - 1] = word;
}

function grow(tokens: Tokens): void {
  const size = tokens.kinds.length * 2;
  const kinds = new Uint8Array(size);
  kinds.set(tokens.kinds);
  tokens.kinds = kinds;
  tokens.starts = grown(tokens.starts, size);
  tokens.ends = grown(tokens.ends, size);
  tokens.words = grown(tokens.words, size);
}

function grown(array: Int32Array, size: number): Int32Array {
  const copy = new Int32Array(size);
  copy.set(array);
  return copy;
}
