import { parseTOML, type AST } from 'toml-eslint-parser';

export type TomlPath = readonly (string | number)[];

/** A key or array item with where it lies. */
export interface TomlEntry {
  path: TomlPath;
  value: AST.TOMLContentNode;
  /** Null for array items. */
  keyValue: AST.TOMLKeyValue | null;
}

export interface TomlDocument {
  text: string;
  program: AST.TOMLProgram;
  entries: TomlEntry[];
  tables: AST.TOMLTable[];
  newline: '\n' | '\r\n';
}

/** Parse a document and index every key, item of an array, and table by its full path. @throws on invalid TOML 1.0 */
export function readDocument(text: string): TomlDocument {
  const program = parseTOML(text, { tomlVersion: '1.0.0' });
  const document: TomlDocument = {
    text,
    program,
    entries: [],
    tables: [],
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      document.tables.push(node);
      for (const keyValue of node.body) indexKeyValue(document, node.resolvedKey, keyValue);
    } else indexKeyValue(document, [], node);
  }
  return document;
}

function indexKeyValue(document: TomlDocument, parent: TomlPath, keyValue: AST.TOMLKeyValue): void {
  const path = [...parent, ...keyValue.key.keys.map(keyText)];
  indexValue(document, path, keyValue.value, keyValue);
}

function indexValue(
  document: TomlDocument,
  path: TomlPath,
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

export function findEntry(document: TomlDocument, path: TomlPath): TomlEntry | null {
  return document.entries.find((entry) => samePath(entry.path, path)) ?? null;
}

/** The header of a table; of an array of tables the one that the path's index names. */
export function findTable(document: TomlDocument, path: TomlPath): AST.TOMLTable | null {
  return document.tables.find((table) => samePath(table.resolvedKey, path)) ?? null;
}

export function samePath(a: TomlPath, b: TomlPath): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

export function startsWithPath(path: TomlPath, prefix: TomlPath): boolean {
  return path.length >= prefix.length && prefix.every((part, i) => part === path[i]);
}
