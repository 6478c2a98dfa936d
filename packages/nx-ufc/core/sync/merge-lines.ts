import { diff3Merge } from 'node-diff3';
import type { Conflict } from './types';

/** A merge of three texts: what comes of it, and where both sides changed the same. */
export interface TextMerge {
  /** With the person's lines where there is a conflict. */
  yours: string;
  /** With the template's lines where there is a conflict. */
  theirs: string;
  /** With both, between markers. */
  marked: string;
  conflicts: Conflict[];
}

/** Split after each line end: a last line without one is a line of its own kind. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** Merge line by line; the same change on both sides is no conflict. */
export function mergeLines(base: string, yours: string, theirs: string): TextMerge {
  const regions = diff3Merge(linesOf(yours), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true });
  const out = { yours: '', theirs: '', marked: '' };
  const conflicts: Conflict[] = [];
  for (const region of regions) {
    if (region.ok) {
      const text = region.ok.join('');
      out.yours += text;
      out.theirs += text;
      out.marked += text;
    } else if (region.conflict) {
      const { a, aIndex, o, b } = region.conflict;
      conflicts.push({
        where: lineRange(aIndex, a.length),
        base: o.join(''),
        yours: a.join(''),
        theirs: b.join(''),
      });
      out.yours += a.join('');
      out.theirs += b.join('');
      out.marked += `${MARKERS[0]} yours\n${ended(a)}${MARKERS[1]}\n${ended(b)}${MARKERS[2]} template\n`;
    }
  }
  return { ...out, conflicts };
}

const MARKERS = ['<<<<<<<', '=======', '>>>>>>>'];

/** Is there a conflict marker of a merge in a text? */
export function hasMarkers(text: string): boolean {
  return /^(<<<<<<< yours|>>>>>>> template)$/m.test(text);
}

/** Lines of the person's file, counted from one; an empty range is the place before a line. */
function lineRange(from: number, count: number): string {
  if (count === 0) return `before line ${from + 1}`;
  return count === 1 ? `line ${from + 1}` : `lines ${from + 1}-${from + count}`;
}

function ended(lines: readonly string[]): string {
  const text = lines.join('');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
