import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import { lineStart, newlineAt, nextLine } from '../../text/lines';
import type { DataPath } from '../data/value';
import { removeItem } from '../tree/commas';
import type { TomlDocument, TomlEntry } from './document';
import { findEntry, holderPath, samePath, startsWithPath } from './document';
import { lastLineOf } from './headers';
import { commaList, insertKey } from './insert';
import { formatKey } from './values';

/** The splices that take out a key with its line, an item with its comma, or a table with everything below it. */
export function removeEdits(document: TomlDocument, path: DataPath): Edit[] {
  const entry = findEntry(document, path);
  if (entry) return entry.keyValue ? removeKey(document, entry) : removeArrayItem(document, path);
  const tables = document.tables.filter((table) => startsWithPath(table.resolvedKey, path));
  const dotted = document.entries.filter(
    (one) => one.keyValue !== null && holderPath(one).length < path.length && startsWithPath(one.path, path),
  );
  if (tables.length + dotted.length === 0) throw new Error('there is no such key');
  const edits = [
    ...dotted.map((one) => ownLines(document.text, one.keyValue!.range)),
    ...tables.map((table) => tableLines(document.text, table)),
  ];
  return [...edits, ...keepParent(document, path, edits[0])];
}

function removeArrayItem(document: TomlDocument, path: DataPath): Edit[] {
  const array = findEntry(document, path.slice(0, -1));
  if (array?.value.type !== 'TOMLArray') throw new Error('is no item of an array');
  return removeItem(commaList(document, array.value), path[path.length - 1] as number);
}

function removeKey(document: TomlDocument, entry: TomlEntry): Edit[] {
  const holder = holderPath(entry);
  const inline = findEntry(document, holder);
  const parent = entry.path.slice(0, -1);
  if (holder.length < parent.length && isAlone(document, entry.path, parent)) {
    const keys = entry.keyValue!.key.keys;
    const text = parent
      .slice(holder.length)
      .map((part) => formatKey(String(part)))
      .join('.');
    return [{ start: keys[0].range[0], end: entry.keyValue!.range[1], text: `${text} = {}` }];
  }
  if (inline?.value.type === 'TOMLInlineTable')
    return removeItem(commaList(document, inline.value), inline.value.body.indexOf(entry.keyValue!));
  return [ownLines(document.text, entry.keyValue!.range)];
}

/** Whole lines, comment behind them included. */
function ownLines(text: string, range: readonly [number, number]): Edit {
  return { start: lineStart(text, range[0]), end: nextLine(text, range[1]), text: '' };
}

/** A table's lines; with the empty lines behind it when there is one before it too. */
function tableLines(text: string, table: AST.TOMLTable): Edit {
  const start = lineStart(text, table.range[0]);
  let end = nextLine(text, lastLineOf(table));
  const isAfterGap = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start));
  if (isAfterGap) end += /^(?:[ \t]*\r?\n)*/.exec(text.slice(end))![0].length;
  return { start, end, text: '' };
}

/** Does nothing but what is below `path` make `parent` exist? */
function isAlone(document: TomlDocument, path: DataPath, parent: DataPath): boolean {
  const isBelow = (other: DataPath) => startsWithPath(other, parent) && !startsWithPath(other, path);
  return (
    !document.tables.some((table) => isBelow(table.resolvedKey)) &&
    !document.entries.some((entry) => isBelow(entry.path))
  );
}

/** A table that only exists through its children stays as an empty one, an array of tables as an empty array. */
function keepParent(document: TomlDocument, path: DataPath, first: Edit): Edit[] {
  const parent = path.slice(0, -1);
  if (parent.length === 0 || !isAlone(document, path, parent)) return [];
  if (typeof path[path.length - 1] === 'number') {
    const [edit] = insertKey(document, parent, []);
    return [edit];
  }
  if (document.tables.some((table) => samePath(table.resolvedKey, parent))) return [];
  const keys = parent.filter((part) => typeof part === 'string').map((part) => formatKey(part));
  return [
    {
      start: first.start,
      end: first.start,
      text: `[${keys.join('.')}]${newlineAt(document.text, first.start)}`,
    },
  ];
}
