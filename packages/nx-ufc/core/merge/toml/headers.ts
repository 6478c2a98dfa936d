import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import { lineEnd, lineStart, newlineAt, nextLine } from '../../text/lines';
import type { DataPath, DataTable, DataValue } from '../data/value';
import { isDataTable } from '../data/value';
import type { TomlDocument } from './document';
import { samePath, startsWithPath } from './document';
import { formatKey, formatLine } from './values';

/** A header with brackets. Indices of arrays of tables are not written: the last item above is meant. */
function header(path: DataPath, isItem: boolean): string {
  const keys = path.filter((part) => typeof part === 'string').map(formatKey);
  return isItem ? `[[${keys.join('.')}]]` : `[${keys.join('.')}]`;
}

/** A table, or the tables of an array, as blocks of lines with headers; inner tables get headers too. */
function blocks(path: DataPath, value: DataValue, newline: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => tableBlocks(path, item as DataTable, newline, true));
  return tableBlocks(path, value as DataTable, newline, false);
}

function tableBlocks(path: DataPath, table: DataTable, newline: string, isItem: boolean): string[] {
  const entries = Object.entries(table);
  const inner = entries.filter(([, value]) => isTableLike(value));
  const lines = entries
    .filter(([, value]) => !isTableLike(value))
    .map(([key, value]) => formatLine(formatKey(key), value, newline) + newline);
  const own = isItem || lines.length > 0 || inner.length === 0;
  return [
    ...(own ? [header(path, isItem) + newline + lines.join('')] : []),
    ...inner.flatMap(([key, value]) => blocks([...path, key], value, newline)),
  ];
}

/** Can a value be written with headers: a table, or an array of nothing but tables? */
export function isTableLike(value: DataValue): boolean {
  return isDataTable(value) || (Array.isArray(value) && value.length > 0 && value.every(isDataTable));
}

/** The splice that adds a table, or the tables of an array, behind the tables that are nearest to it. */
export function insertTables(document: TomlDocument, path: DataPath, value: DataValue): Edit {
  return insertBlocks(document, path, (newline) => blocks(path, value, newline));
}

/** The splice that adds one item to an array of tables that has headers. */
export function insertTableItem(
  document: TomlDocument,
  path: DataPath,
  index: number,
  value: DataValue,
): Edit {
  if (!isDataTable(value)) throw new Error('its other items are tables with headers');
  const next = document.tables.find((table) => samePath(table.resolvedKey, [...path, index]));
  const make = (newline: string) => tableBlocks(path, value, newline, true);
  if (!next) return insertBlocks(document, [...path, index - 1], make);
  const { text } = document;
  const at = attachedComments(text, lineStart(text, next.range[0]));
  const newline = newlineAt(text, next.range[0]);
  return {
    start: at,
    end: at,
    text: make(newline)
      .map((block) => block + newline)
      .join(''),
  };
}

function insertBlocks(document: TomlDocument, path: DataPath, make: (newline: string) => string[]): Edit {
  const { text } = document;
  const neighbour = nearestTable(document, path);
  const at = neighbour ? endOfTable(document, neighbour) : text.length;
  const newline = newlineAt(text, at);
  const ends = at === 0 || text[at - 1] === '\n';
  const lead = at === 0 ? '' : ends ? newline : newline + newline;
  return { start: at, end: at, text: lead + make(newline).join(newline) };
}

/** The last of the tables that share the longest beginning with a path; null when the new one belongs at the end. */
function nearestTable({ tables }: TomlDocument, path: DataPath): AST.TOMLTable | null {
  for (let depth = path.length; depth > 0; depth--) {
    const found = tables.findLast((table) => startsWithPath(table.resolvedKey, path.slice(0, depth)));
    if (found) return found === tables[tables.length - 1] ? null : found;
  }
  return null;
}

/** Offset behind the last line of a table; comments that follow it at once belong to it, unless a header follows them. */
function endOfTable({ text }: TomlDocument, table: AST.TOMLTable): number {
  const last = lastLineOf(table);
  let at = nextLine(text, last);
  while (/^[ \t]*#/.test(text.slice(at, lineEnd(text, at)))) at = nextLine(text, at);
  return /^[ \t]*\[/.test(text.slice(at, lineEnd(text, at))) ? nextLine(text, last) : at;
}

/** An offset on the last line of a table: of its last key's value, or of its header. */
export function lastLineOf(table: AST.TOMLTable): number {
  const last = table.body[table.body.length - 1];
  return last ? last.range[1] : table.key.range[1];
}

/** Offset of the first of the comment lines that stand right above a line; the line itself when there is none. */
export function attachedComments(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return at;
}
