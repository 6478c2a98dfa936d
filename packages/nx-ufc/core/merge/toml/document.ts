import { parseTOML, type AST } from 'toml-eslint-parser';
import type { DataPath } from '../data/value';

/** A key or array item with where it lies. */
export interface TomlEntry {
  path: DataPath;
  value: AST.TOMLContentNode;
  /** Null for array items. */
  keyValue: AST.TOMLKeyValue | null;
}

export interface TomlDocument {
  text: string;
  program: AST.TOMLProgram;
  entries: TomlEntry[];
  tables: AST.TOMLTable[];
}

/** Parse a document and index every key, item of an array, and table by its full path. @throws on invalid TOML 1.0 */
export function readDocument(text: string): TomlDocument {
  const program = parseTOML(text, { tomlVersion: '1.0.0' });
  const document: TomlDocument = { text, program, entries: [], tables: [] };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      document.tables.push(node);
      for (const keyValue of node.body) indexKeyValue(document, node.resolvedKey, keyValue);
    } else indexKeyValue(document, [], node);
  }
  return document;
}

function indexKeyValue(document: TomlDocument, parent: DataPath, keyValue: AST.TOMLKeyValue): void {
  const path = [...parent, ...keyValue.key.keys.map(keyText)];
  indexValue(document, path, keyValue.value, keyValue);
}

function indexValue(
  document: TomlDocument,
  path: DataPath,
  value: AST.TOMLContentNode,
  keyValue: AST.TOMLKeyValue | null,
): void {
  document.entries.push({ path, value, keyValue });
  if (value.type === 'TOMLArray')
    value.elements.forEach((element, i) => indexValue(document, [...path, i], element, null));
  if (value.type === 'TOMLInlineTable') for (const inner of value.body) indexKeyValue(document, path, inner);
}

export function keyText(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

export function findEntry(document: TomlDocument, path: DataPath): TomlEntry | null {
  return document.entries.find((entry) => samePath(entry.path, path)) ?? null;
}

/** The header of a table; of an array of tables the one that the path's index names. */
export function findTable(document: TomlDocument, path: DataPath): AST.TOMLTable | null {
  return document.tables.find((table) => samePath(table.resolvedKey, path)) ?? null;
}

/** Path of the table, top level or inline table that an entry's key is written in. */
export function holderPath(entry: TomlEntry): DataPath {
  return entry.path.slice(0, entry.path.length - (entry.keyValue?.key.keys.length ?? 1));
}

/** Is `parent` written as the beginning of this entry's dotted key? A header for it would then define it twice. */
export function isDottedThrough(entry: TomlEntry, parent: DataPath): boolean {
  return (
    entry.keyValue !== null &&
    entry.path.length > parent.length &&
    holderPath(entry).length < parent.length &&
    startsWithPath(entry.path, parent)
  );
}

export function samePath(a: DataPath, b: DataPath): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

export function startsWithPath(path: DataPath, prefix: DataPath): boolean {
  return path.length >= prefix.length && prefix.every((part, i) => part === path[i]);
}
