/** Replace `[start, end)` of a text by `text`. Offsets are UTF-16 units of the original. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Apply edits to a text in one pass. Insertions at one offset keep their given order.
 * @throws RangeError when two edits overlap or an edit lies outside of the text: a planner's mistake, never user input.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let out = '';
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit [${edit.start}, ${edit.end}) overlaps another one or lies outside of the text`,
      );
    }
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}
