import type { AST } from 'toml-eslint-parser';
import type { Edit } from '../../text/edits';
import type { DataPath } from '../data/value';
import type { TomlDocument } from './document';
import { holderPath, keyText, startsWithPath } from './document';
import { formatKey } from './values';

/** Give a key another name, wherever it is written: in its own key, in headers, in dotted keys. */
export function renameEdits(document: TomlDocument, path: DataPath, name: string): Edit[] {
  const edits = new Map<number, Edit>();
  const at = path.length - 1;
  const add = (holder: DataPath, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[]) => {
    let depth = holder.length;
    for (const key of keys) {
      if (depth === at && keyText(key) === path[at])
        edits.set(key.range[0], { start: key.range[0], end: key.range[1], text: formatKey(name) });
      depth++;
    }
  };
  for (const entry of document.entries)
    if (entry.keyValue && startsWithPath(entry.path, path)) add(holderPath(entry), entry.keyValue.key.keys);
  for (const table of document.tables)
    if (startsWithPath(table.resolvedKey, path)) addHeader(table, path, name, edits);
  if (edits.size === 0) throw new Error('there is no such key');
  return [...edits.values()];
}

/** Headers do not write the indices of arrays of tables. */
function addHeader(table: AST.TOMLTable, path: DataPath, name: string, edits: Map<number, Edit>): void {
  const written = path.slice(0, -1).filter((part) => typeof part === 'string').length;
  const key = table.key.keys[written];
  if (key) edits.set(key.range[0], { start: key.range[0], end: key.range[1], text: formatKey(name) });
}
