import type { Edit } from '../../text/edits';
import { indentationAt, lineEnd, lineStart, newlineAt } from '../../text/lines';
import type { DataPath, DataValue } from '../data/value';
import { insertItem, type CommaList } from '../tree/commas';
import type { AST } from 'toml-eslint-parser';
import type { TomlDocument } from './document';
import { findEntry, findTable } from './document';
import { attachedComments, insertTableItem, insertTables, isTableLike, lastLineOf } from './headers';
import { placeOf, prefersHeader } from './place';
import { formatKey, formatLine, formatValue } from './values';

/** The splices that add a key where people would put it. */
export function insertKey(document: TomlDocument, path: DataPath, value: DataValue): Edit[] {
  const place = placeOf(document, path);
  if (place.kind === 'inline') {
    const text = `${dotted(path, place.keys)} = ${formatValue(value)}`;
    return insertItem(commaList(document, place.table), place.table.body.length, text);
  }
  if (place.kind === 'beside' && place.entry.keyValue)
    return [addLine(document, place.entry.keyValue.range, dotted(path, place.keys), value)];
  const key = dotted(path, 1);
  if (isTableLike(value) && prefersHeader(document, path, `${key} = ${formatValue(value)}`))
    return [insertTables(document, path, value)];
  if (place.kind === 'table') {
    const last = place.table.body.at(-1)?.range ?? [place.table.range[0], lastLineOf(place.table)];
    return [addLine(document, last, key, value)];
  }
  if (place.kind === 'top') return [insertTopLevel(document, key, value)];
  return [insertTables(document, path.slice(0, -1), { [String(path[path.length - 1])]: value })];
}

/** The splices that add an item to an array, or a table to an array of tables. */
export function insertArrayItem(document: TomlDocument, path: DataPath, value: DataValue): Edit[] {
  const array = path.slice(0, -1);
  const index = path[path.length - 1];
  if (typeof index !== 'number') throw new Error('an item has a number');
  const entry = findEntry(document, array);
  if (entry?.value.type === 'TOMLArray')
    return insertItem(commaList(document, entry.value), index, formatValue(value));
  if (findTable(document, [...array, 0])) return [insertTableItem(document, array, index, value)];
  throw new Error('is no array');
}

/** The list that an array or inline table is written as. */
export function commaList({ text }: TomlDocument, node: AST.TOMLArray | AST.TOMLInlineTable): CommaList {
  const [start, end] = node.range;
  const isArray = node.type === 'TOMLArray';
  const items = isArray ? node.elements : node.body;
  return { text, start, end, items, comment: /^#/, lines: isArray, trailing: isArray, unit: '    ' };
}

function dotted(path: DataPath, keys: number): string {
  return path
    .slice(path.length - keys)
    .map((part) => formatKey(String(part)))
    .join('.');
}

/** A new line after the line that a node ends on, its comment included, with the indentation of the node. */
function addLine(
  { text }: TomlDocument,
  range: readonly [number, number],
  key: string,
  value: DataValue,
): Edit {
  const indentation = indentationAt(text, range[0]);
  const at = lineEnd(text, range[1]);
  const newline = newlineAt(text, at);
  return { start: at, end: at, text: newline + indentation + formatLine(key, value, newline, indentation) };
}

function insertTopLevel(document: TomlDocument, key: string, value: DataValue): Edit {
  const { text, program, tables } = document;
  const last = program.body[0].body.findLast((node) => node.type === 'TOMLKeyValue');
  if (last) return addLine(document, last.range, key, value);
  const newline = newlineAt(text, 0);
  const line = formatLine(key, value, newline);
  if (tables.length === 0) {
    const lead = text === '' || text.endsWith('\n') ? '' : newline;
    return { start: text.length, end: text.length, text: lead + line + newline };
  }
  const headerLine = lineStart(text, tables[0].range[0]);
  const comments = attachedComments(text, headerLine);
  const at = comments === 0 ? headerLine : comments;
  return { start: at, end: at, text: line + newline + newline };
}
