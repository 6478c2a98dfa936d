import type { Position } from './source';

/** Where lines begin. Line ends are `\n`, `\r\n` and a lone `\r`, as for CPython's universal newlines. */
export interface LineIndex {
  /** Offset of the first character of each line. */
  starts: Int32Array;
  count: number;
}

export function buildLineIndex(text: string): LineIndex {
  const index: LineIndex = { starts: new Int32Array(Math.max(16, text.length >> 4)), count: 1 };
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      if (feed !== carriage + 1) addStart(index, carriage + 1);
      carriage = text.indexOf('\r', carriage + 1);
    } else {
      addStart(index, feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return index;
}

function addStart(index: LineIndex, start: number): void {
  if (index.count === index.starts.length) {
    const grown = new Int32Array(index.starts.length * 2);
    grown.set(index.starts);
    index.starts = grown;
  }
  index.starts[index.count++] = start;
}

/** Line (from 1) that an offset lies in. */
export function lineOf(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (index.starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Line and column from 1; the column counts UTF-16 units. */
export function positionOf(index: LineIndex, offset: number): Position {
  const line = lineOf(index, offset);
  return { line, column: offset - index.starts[line - 1] + 1 };
}

/** Column in UTF-8 bytes from 0, as `ast` reports it. */
export function utf8Column(index: LineIndex, text: string, offset: number, line: number): number {
  let bytes = 0;
  for (let i = index.starts[line - 1]; i < offset; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes += 1;
    else if (c < 0x800) bytes += 2;
    else if (c >= 0xd800 && c < 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/** Number of lines as `wc -l` counts them, plus an unfinished last line. */
export function lineCount(index: LineIndex, text: string): number {
  return text.length === index.starts[index.count - 1] ? index.count - 1 : index.count;
}
