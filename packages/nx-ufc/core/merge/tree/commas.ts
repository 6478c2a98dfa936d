import type { Edit } from '../../text/edits';
import { indentationAt, lineEnd, lineStart, newlineAt, nextLine, startsLine } from '../../text/lines';

/** A bracketed list whose items are separated by commas: an array, an inline table, a flow collection. */
export interface CommaList {
  text: string;
  /** Offsets of the brackets: of the opening one, and behind the closing one. */
  start: number;
  end: number;
  items: readonly { range: readonly [number, number] }[];
  /** What a comment begins with. */
  comment: RegExp;
  /** May line breaks stand between the items? */
  lines: boolean;
  /** May a comma follow the last item? */
  trailing: boolean;
  /** Indentation of one level where no item shows it. */
  unit: string;
}

/** The splices that put a text before the item of that index, in the style of the list. */
export function insertItem(list: CommaList, index: number, item: string): Edit[] {
  const { items } = list;
  if (items.length === 0) return [intoEmpty(list, item)];
  if (index === 0) return [beforeFirst(list, item)];
  return index < items.length ? [afterItem(list, index - 1, item)] : atEnd(list, item);
}

/** Nothing but white space or comments between the brackets: an item gets a line of its own after the comments. */
function intoEmpty({ text, start, end, unit, trailing }: CommaList, item: string): Edit {
  const inner = text.slice(start + 1, end - 1);
  if (!inner.includes('\n')) {
    const pad = text[start] === '{' && inner === '' ? ' ' : '';
    const behind = pad || (inner.trim() === '' ? inner : ' ');
    return { start: end - 1, end: end - 1, text: pad + item + behind };
  }
  const indentation = indentationAt(text, start) + unit;
  const newline = newlineAt(text, start);
  const at = lineStart(text, end - 1);
  const line = `${indentation}${item}${trailing ? ',' : ''}${newline}`;
  return startsLine(text, end - 1)
    ? { start: at, end: at, text: line }
    : { start: start + 1, end: start + 1, text: newline + line.trimEnd() };
}

function beforeFirst(list: CommaList, item: string): Edit {
  const { text, items } = list;
  const first = items[0].range[0];
  if (!startsLine(text, first) || lineStart(text, first) <= list.start)
    return { start: first, end: first, text: `${item}, ` };
  const at = lineEnd(text, list.start);
  return { start: at, end: at, text: `${newlineAt(text, at)}${indentationAt(text, first)}${item},` };
}

/** Behind an item that another one follows: on the next line where the comma ends the item's line, else right behind it. */
function afterItem(list: CommaList, before: number, item: string): Edit {
  const { text, items } = list;
  const end = items[before].range[1];
  const comma = commaAfter(list, end);
  const at = lineEnd(text, end);
  const isLineOfItsOwn = startsLine(text, items[before].range[0]) && items[before + 1].range[0] > at;
  if (isLineOfItsOwn && comma < at && lineStart(text, items[before].range[0]) > list.start)
    return {
      start: at,
      end: at,
      text: `${newlineAt(text, at)}${indentationAt(text, items[before].range[0])}${item},`,
    };
  return { start: end, end, text: `, ${item}` };
}

function atEnd(list: CommaList, item: string): Edit[] {
  const { text, items } = list;
  const last = items[items.length - 1];
  const end = last.range[1];
  if (!list.lines || !text.slice(list.start, list.end).includes('\n'))
    return [{ start: end, end, text: `, ${item}` }];
  const comma = commaAfter(list, end);
  const newline = newlineAt(text, list.start);
  const leading = /^([ \t]*,[ \t]*)$/.exec(text.slice(lineStart(text, last.range[0]), last.range[0]));
  const closing = list.end - 1;
  const at = Math.min(lineEnd(text, comma < 0 ? end : comma), closing);
  const opensLine =
    at === closing && !startsLine(text, closing) ? newline + indentationAt(text, list.start) : '';
  if (leading && comma < 0) return [{ start: at, end: at, text: newline + leading[1] + item + opensLine }];
  const line = newline + itemIndentation(list) + item + (comma < 0 ? '' : ',') + opensLine;
  const edits: Edit[] = comma < 0 ? [{ start: end, end, text: ',' }] : [];
  return [...edits, { start: at, end: at, text: line }];
}

/** Of the last item that begins a line; else one level more than the line of the list. */
function itemIndentation({ text, start, items, unit }: CommaList): string {
  const opening = lineStart(text, start);
  const last = items.findLast(
    ({ range }) => lineStart(text, range[0]) > opening && startsLine(text, range[0]),
  );
  return last ? indentationAt(text, last.range[0]) : indentationAt(text, start) + unit;
}

/** Offset of the comma after an item, comments skipped; -1 when there is none. */
function commaAfter({ text, end, comment }: CommaList, from: number): number {
  for (let at = from; at < end - 1; at++) {
    if (text[at] === ',') return at;
    const found = comment.exec(text.slice(at, at + 2));
    if (found) at = found[0] === '/*' ? text.indexOf('*/', at) + 1 : lineEnd(text, at);
  }
  return -1;
}

/** The splices that take an item out: with its line when it has one of its own, else with one comma. */
export function removeItem(list: CommaList, index: number): Edit[] {
  const { text, items } = list;
  const isLast = index === items.length - 1;
  const [start, end] = items[index].range;
  const comma = commaAfter(list, end);
  const previous = index > 0 ? commaAfter(list, items[index - 1].range[1]) : -1;
  if (hasOwnLines(list, index, comma)) {
    const lines = { start: lineStart(text, start), end: nextLine(text, end), text: '' };
    const isCommaLeft = comma < 0 && !list.trailing && previous >= 0 && previous < lines.start;
    return isCommaLeft ? [{ start: previous, end: previous + 1, text: '' }, lines] : [lines];
  }
  if (comma >= 0 && !(isLast && index > 0)) {
    const gap = /^[ \t]*/.exec(text.slice(comma + 1))![0].length;
    return [
      { start, end, text: '' },
      { start: comma, end: isLast ? comma + 1 : comma + 1 + gap, text: '' },
    ];
  }
  if (index === 0) return [{ start, end, text: '' }];
  const between = text.slice(previous + 1, start);
  const from = /^[ \t]*$/.test(between) ? previous + 1 : start;
  return [
    { start: previous, end: previous + 1, text: '' },
    { start: from, end, text: '' },
  ];
}

/** Is there nothing on an item's lines but the item, its comma and a comment? */
function hasOwnLines({ text, start, end, items, comment }: CommaList, index: number, comma: number): boolean {
  const [from, to] = items[index].range;
  const opening = lineStart(text, from);
  if (opening <= start || lineEnd(text, to) >= end) return false;
  const before = text.slice(opening, from);
  const rest = text.slice(to, lineEnd(text, to));
  const isComma = comma >= 0 && comma < lineEnd(text, to);
  if (/^[ \t]*,[ \t]*$/.test(before)) return comma < 0 || !isComma;
  if (before.trim() !== '' || (comma >= 0 && !isComma)) return false;
  const behind = isComma ? rest.slice(rest.indexOf(',') + 1).trim() : rest.trim();
  return behind === '' || comment.exec(behind.slice(0, 2))?.index === 0;
}
