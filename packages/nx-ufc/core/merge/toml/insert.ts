import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import type { TomlDocument, TomlPath } from './document';
import { findEntry, findTable, startsWithPath } from './document';
import { formatKey } from './values';

/** The edit that adds a key where people would put it: in its table, beside dotted siblings, or in a new table at the end. */
export function insertKey(document: TomlDocument, path: TomlPath, value: string): Edit {
  const parent = path.slice(0, -1);
  const key = formatKey(String(path[path.length - 1]));
  const inline = findEntry(document, parent);
  if (inline) return insertInline(inline.value, `${key} = ${value}`);
  const table = findTable(document, parent);
  if (table) return afterLine(document, lastOfTable(table), `${key} = ${value}`);
  if (parent.length === 0) return insertTopLevel(document, `${key} = ${value}`);
  const dotted = document.entries.findLast(
    (entry) =>
      entry.keyValue !== null &&
      entry.path.length > parent.length &&
      startsWithPath(entry.path, parent) &&
      isDottedThrough(document, entry.keyValue, parent, entry.path),
  );
  if (dotted?.keyValue) {
    const written = dotted.keyValue.key.keys.length - (dotted.path.length - parent.length);
    const prefix = path.slice(parent.length - written, -1).map((part) => formatKey(String(part)));
    return afterLine(document, dotted.keyValue, [...prefix, key].join('.') + ` = ${value}`);
  }
  return newTable(document, parent, `${key} = ${value}`);
}

/** Is `parent` written as the beginning of a dotted key of some table? Then a header for it would define it twice. */
function isDottedThrough(
  document: TomlDocument,
  keyValue: AST.TOMLKeyValue,
  parent: TomlPath,
  path: TomlPath,
): boolean {
  const holder = path.length - keyValue.key.keys.length;
  return holder < parent.length && document.entries.some((entry) => entry.keyValue === keyValue);
}

function insertInline(value: AST.TOMLContentNode, item: string): Edit {
  if (value.type !== 'TOMLInlineTable') throw new Error('the parent is no table');
  const last = value.body[value.body.length - 1];
  if (last) return { start: last.range[1], end: last.range[1], text: `, ${item}` };
  return { start: value.range[0], end: value.range[1], text: `{ ${item} }` };
}

function lastOfTable(table: AST.TOMLTable): { range: readonly [number, number] } {
  const last = table.body[table.body.length - 1];
  if (last) return last;
  const key = table.key.range;
  return { range: [table.range[0], Math.max(key[1], table.range[1])] };
}

/** A new line after the line that a node ends on, its comment included, with the indentation of the node. */
function afterLine(
  { text, newline }: TomlDocument,
  node: { range: readonly [number, number] },
  line: string,
): Edit {
  const lineStart = text.lastIndexOf('\n', node.range[0] - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, node.range[0]))![0];
  const at = lineEnd(text, node.range[1]);
  return { start: at, end: at, text: newline + indentation + line };
}

/** Offset of the line break after `offset`, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at - 1 >= offset ? at - 1 : at;
}

function insertTopLevel(document: TomlDocument, line: string): Edit {
  const { text, newline, program, tables } = document;
  const keys = program.body[0].body.filter((node) => node.type === 'TOMLKeyValue');
  if (keys.length > 0) return afterLine(document, keys[keys.length - 1], line);
  const first = tables[0];
  if (!first)
    return {
      start: text.length,
      end: text.length,
      text: (text === '' || text.endsWith('\n') ? '' : newline) + line + newline,
    };
  const at = text.lastIndexOf('\n', first.range[0] - 1) + 1;
  return { start: at, end: at, text: line + newline + newline };
}

function newTable({ text, newline }: TomlDocument, path: TomlPath, line: string): Edit {
  if (path.some((part) => typeof part === 'number'))
    throw new Error('an array of tables cannot be extended by a key of it');
  const header = `[${path.map((part) => formatKey(String(part))).join('.')}]`;
  const lead = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { start: text.length, end: text.length, text: lead + header + newline + line + newline };
}
