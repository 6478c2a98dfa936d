import type { Edit } from '../text/edits';
import { indentationAt, lineEnd, lineStart, nextLine } from '../text/lines';
import type { Expr } from '../python';

/**
 * Add an element to the end of a list, tuple or set display; layout and comments stay as they are.
 * @returns null when the expression is no display with brackets
 */
export function appendElement(text: string, display: Expr, element: string): Edit[] | null {
  if (display.type !== 'List' && display.type !== 'Tuple' && display.type !== 'Set') return null;
  return appendItem(text, display, display.elts.at(-1)?.end ?? null, element);
}

/** Add `key: value` to the end of a dictionary display. @returns null when the expression is none */
export function appendEntry(text: string, display: Expr, key: string, value: string): Edit[] | null {
  if (display.type !== 'Dict') return null;
  return appendItem(text, display, display.values.at(-1)?.end ?? null, `${key}: ${value}`);
}

function appendItem(text: string, display: Expr, last: number | null, item: string): Edit[] | null {
  const close = display.end - 1;
  if (!'[({'.includes(text[display.start])) return null;
  if (last === null) return [fill(text, display, item)];
  const { comma, after } = separator(text, last, close);
  const from = comma < 0 ? after : comma + 1;
  const at = lineEnd(text, from);
  if (at >= close) return [{ start: from, end: from, text: comma < 0 ? `, ${item}` : ` ${item},` }];
  const newline = text.slice(at, nextLine(text, at));
  const added = { start: at, end: at, text: `${newline}${indentationAt(text, firstItem(display))}${item},` };
  return comma < 0 ? [{ start: after, end: after, text: ',' }, added] : [added];
}

function firstItem(display: Expr): number {
  if (display.type === 'Dict') return (display.keys[0] ?? display.values[0]).start;
  return 'elts' in display ? display.elts[0].start : display.start;
}

/** Where the comma behind the last item is (-1 without one), and where its closing brackets end. Comments are skipped. */
function separator(text: string, from: number, to: number): { comma: number; after: number } {
  let after = from;
  for (let at = from; at < to; at++) {
    if (text[at] === '#') at = lineEnd(text, at);
    else if (text[at] === ',') return { comma: at, after };
    else if (text[at] === ')') after = at + 1;
  }
  return { comma: -1, after };
}

/** The first item of an empty display; comments in it stay. */
function fill(text: string, display: Expr, item: string): Edit {
  const close = display.end - 1;
  const inner = text.slice(display.start + 1, close);
  const line = inner.lastIndexOf('\n');
  const lone = display.type === 'Tuple' ? ',' : '';
  if (line < 0) return { start: close, end: close, text: item + lone };
  const start = lineEnd(text, lineStart(text, display.start + 1 + line));
  const newline = text.slice(start, nextLine(text, start));
  return { start, end: start, text: `${newline}${indentationAt(text, display.start)}    ${item},` };
}
