/** Where a text ends in its codes, this many zeros follow: looking ahead needs no test. */
const PADDING = 4;
/** Codes of the last text; its memory is used again for the next one. Very large ones are not kept. */
let spare = new Uint16Array(1 << 16);
const KEPT = 1 << 21;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The UTF-16 units of a text in an array: several times as fast to read as a string. Valid until the next call. */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  const size = length + PADDING;
  const codes = size <= spare.length ? spare : new Uint16Array(size + (size >> 1));
  if (codes.length <= KEPT) spare = codes;
  if (LITTLE_ENDIAN) Buffer.from(codes.buffer).write(text, 0, length * 2, 'utf16le');
  else for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
  codes.fill(0, length, size);
  return codes;
}
