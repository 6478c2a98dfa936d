import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import type { TomlDocument, TomlPath } from './document';
import { findEntry, keyText, startsWithPath } from './document';
import { formatKey } from './values';

/** The edits that take a key out, with its line when nothing else is on it; or an item out of an array. */
export function removeEdits(document: TomlDocument, path: TomlPath): Edit[] {
  const entry = findEntry(document, path);
  if (!entry) throw new Error('only keys and items can be removed');
  const { text } = document;
  if (entry.keyValue === null) return [withComma(text, siblingsOfItem(document, path), entry.value)];
  const parent = inlineParent(document, path);
  if (parent) return [withComma(text, parent.body, entry.keyValue)];
  const [start, end] = entry.keyValue.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  return [{ start: lineStart, end: next < 0 ? text.length : next + 1, text: '' }];
}

type Ranged = { range: readonly [number, number] };

function siblingsOfItem(document: TomlDocument, path: TomlPath): readonly Ranged[] {
  const array = findEntry(document, path.slice(0, -1));
  return array?.value.type === 'TOMLArray' ? array.value.elements : [];
}

function inlineParent(document: TomlDocument, path: TomlPath): AST.TOMLInlineTable | null {
  const parent = findEntry(document, path.slice(0, -1));
  return parent?.value.type === 'TOMLInlineTable' ? parent.value : null;
}

function withComma(text: string, siblings: readonly Ranged[], node: Ranged): Edit {
  const at = siblings.findIndex((sibling) => sibling.range[0] === node.range[0]);
  const next = siblings[at + 1];
  if (next) return { start: node.range[0], end: next.range[0], text: '' };
  const previous = siblings[at - 1];
  if (previous) return { start: previous.range[1], end: node.range[1], text: '' };
  const comma = /^\s*,/.exec(text.slice(node.range[1]))?.[0].length ?? 0;
  return { start: node.range[0], end: node.range[1] + comma, text: '' };
}

/** Give a key another name, wherever it is written: in its own key, in headers, in dotted keys. */
export function renameEdit(document: TomlDocument, path: TomlPath, name: string): Edit[] {
  const edits: Edit[] = [];
  const at = path.length - 1;
  const add = (holder: TomlPath, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[]) => {
    let depth = holder.length;
    for (const key of keys) {
      if (depth === at && keyText(key) === path[at])
        edits.push({ start: key.range[0], end: key.range[1], text: formatKey(name) });
      depth++;
    }
  };
  for (const entry of document.entries) {
    if (!entry.keyValue || !startsWithPath(entry.path, path)) continue;
    add(entry.path.slice(0, entry.path.length - entry.keyValue.key.keys.length), entry.keyValue.key.keys);
  }
  for (const table of document.tables) {
    if (startsWithPath(table.resolvedKey, path)) add([], table.key.keys);
  }
  if (edits.length === 0) throw new Error('there is no such key');
  return dedupe(edits);
}

function dedupe(edits: Edit[]): Edit[] {
  return edits.filter((edit, i) => edits.findIndex((other) => other.start === edit.start) === i);
}
