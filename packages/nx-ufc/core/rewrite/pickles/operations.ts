/** The bytes of a pickle. */
export type Bytes = readonly number[] | Uint8Array;

/** One operation of a pickle: its code, and where its argument lies. */
export interface Operation {
  code: number;
  start: number;
  /** Of a text that is counted: after the count. */
  argument: number;
  end: number;
}

const code = (char: string) => char.charCodeAt(0);
const codes = (chars: string, ...others: number[]) => [...[...chars].map(code), ...others];

export const PROTO = 0x80;
export const FRAME = 0x95;
export const MEMOIZE = 0x94;
export const STACK_GLOBAL = 0x93;
export const SHORT_TEXT = 0x8c;
/** A module and the name of a class in it, a line each. */
export const GLOBALS: readonly number[] = codes('ci');
/** What is put into the memo, and taken out of it: by one byte, by four, by a line of digits. */
export const GETS: readonly number[] = codes('hjg');
export const PUTS: readonly number[] = codes('qrp');
const STOP = code('.');

/** Sizes of arguments; `lines`: so many lines of text; `counted`: the count is so many bytes (Lib/pickletools.py of CPython). */
const SHAPES = new Map<number, { bytes?: number; lines?: number; counted?: number }>([
  ...shape(
    { bytes: 0 },
    codes('(.012NQRabedulso]t)}', 0x81, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8f, 0x90, 0x91, 0x92),
  ),
  ...shape({ bytes: 0 }, [STACK_GLOBAL, MEMOIZE, 0x97, 0x98]),
  ...shape({ bytes: 1 }, codes('Khq', PROTO, 0x82)),
  ...shape({ bytes: 2 }, codes('M', 0x83)),
  ...shape({ bytes: 4 }, codes('Jjr', 0x84)),
  ...shape({ bytes: 8 }, codes('G', FRAME)),
  ...shape({ lines: 1 }, codes('FILPSVgp')),
  ...shape({ lines: 2 }, codes('ci')),
  ...shape({ counted: 1 }, codes('UC', 0x8a, SHORT_TEXT)),
  ...shape({ counted: 4 }, codes('TXB', 0x8b)),
  ...shape({ counted: 8 }, [0x8d, 0x8e, 0x96]),
]);

function shape<T>(value: T, of: readonly number[]): [number, T][] {
  return of.map((one) => [one, value]);
}

/** Take a pickle apart; null when the bytes are not exactly one. */
export function operationsOf(bytes: Bytes): Operation[] | null {
  const operations: Operation[] = [];
  for (let at = 0; at < bytes.length;) {
    const operation = operationAt(bytes, at);
    if (!operation || operation.end > bytes.length) return null;
    operations.push(operation);
    at = operation.end;
    if (operation.code === STOP) return at === bytes.length ? operations : null;
  }
  return null;
}

function operationAt(bytes: Bytes, start: number): Operation | null {
  const known = SHAPES.get(bytes[start]);
  if (!known) return null;
  const { bytes: size = 0, lines = 0, counted = 0 } = known;
  let argument = start + 1;
  let end = argument + size;
  for (let line = 0; line < lines; line++) {
    const at: number = bytes.indexOf(10, end);
    if (at < 0) return null;
    end = at + 1;
  }
  if (counted > 0) {
    argument += counted;
    end = argument + littleEndian(bytes.slice(start + 1, argument));
  }
  return { code: bytes[start], start, argument, end };
}

export function littleEndian(bytes: Bytes): number {
  return [...bytes].reduceRight((sum, byte) => sum * 256 + byte, 0);
}
