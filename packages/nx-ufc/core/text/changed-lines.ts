import { diffIndices } from 'node-diff3';
import type { Edit } from './edits';

/** The edits that make one text of another, line by line: what a merge did, for a record of it. */
export function changedLines(before: string, after: string): Edit[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const starts = [0];
  for (const line of old) starts.push(starts.at(-1)! + line.length);
  return diffIndices(old, fresh).map(({ buffer1: [at, count], buffer2: [from, length] }) => ({
    start: starts[at],
    end: starts[at + count],
    text: fresh.slice(from, from + length).join(''),
  }));
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
