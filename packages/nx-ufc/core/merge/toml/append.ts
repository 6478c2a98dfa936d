import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import type { TomlDocument, TomlPath } from './document';
import { findEntry } from './document';
import { insertKey, lineEnd } from './insert';
import type { TomlValue } from './values';
import { formatValue } from './values';

/** The edits that add an item at the end of an array, in the style that the array has. */
export function appendEdits(document: TomlDocument, path: TomlPath, value: TomlValue): Edit[] {
  const entry = findEntry(document, path);
  const item = formatValue(value);
  if (!entry) return [insertKey(document, path, `[${item}]`)];
  if (entry.value.type !== 'TOMLArray') throw new Error('is no array');
  const { text } = document;
  const [start, end] = entry.value.range;
  const multiline = text.slice(start, end).includes('\n');
  if (entry.value.elements.length === 0) return [intoEmpty(document, entry.value, item, multiline)];
  return multiline ? onNewLine(document, entry.value, item) : [afterLast(entry.value, item)];
}

function afterLast(array: AST.TOMLArray, item: string): Edit {
  const at = array.elements[array.elements.length - 1].range[1];
  return { start: at, end: at, text: `, ${item}` };
}

/** Nothing but white space or comments between the brackets: the item gets a line of its own after the comments. */
function intoEmpty(
  { text, newline }: TomlDocument,
  array: AST.TOMLArray,
  item: string,
  multiline: boolean,
): Edit {
  const [start, end] = array.range;
  if (!multiline) return { start, end, text: `[${item}]` };
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  return { start: lineStart, end: lineStart, text: `${childIndentation(text, start)}${item},${newline}` };
}

function onNewLine({ text, newline }: TomlDocument, array: AST.TOMLArray, item: string): Edit[] {
  const last = array.elements[array.elements.length - 1];
  const comma = commaAfter(text, last.range[1], array.range[1]);
  const indentation = indentationOf(text, last.range[0]) ?? childIndentation(text, array.range[0]);
  const closing = array.range[1] - 1;
  const at = Math.min(lineEnd(text, comma < 0 ? last.range[1] : comma + 1), closing);
  const line = `${newline}${indentation}${item}${comma < 0 ? '' : ','}`;
  const onClosingLine = at === closing && !/\n[ \t]*$/.test(text.slice(last.range[1], closing));
  const edits: Edit[] = comma < 0 ? [{ start: last.range[1], end: last.range[1], text: ',' }] : [];
  return [...edits, { start: at, end: at, text: onClosingLine ? line + newline : line }];
}

/** Offset of the comma after the last item, comments skipped; -1 when there is none. */
function commaAfter(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at;
    if (text[at] === '#') at = lineEnd(text, at);
  }
  return -1;
}

function indentationOf(text: string, at: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : null;
}

function childIndentation(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return `${/^[ \t]*/.exec(line)![0]}    `;
}
