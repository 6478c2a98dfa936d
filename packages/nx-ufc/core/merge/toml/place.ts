import type { AST } from 'toml-eslint-parser';
import type { DataPath } from '../data/value';
import type { TomlDocument, TomlEntry } from './document';
import { findEntry, findTable, holderPath, isDottedThrough, startsWithPath } from './document';

/** Where a new key is written, and how many of the last parts of its path are written there. */
export type Place =
  | { kind: 'inline'; table: AST.TOMLInlineTable; keys: number }
  /** Beside another key with which it shares the beginning of a dotted key. */
  | { kind: 'beside'; entry: TomlEntry; keys: number }
  | { kind: 'table'; table: AST.TOMLTable }
  | { kind: 'top' }
  | { kind: 'header' };

/** Where people would put a key: in its inline table, beside dotted siblings, in its table, or in a table that is yet to be made. */
export function placeOf(document: TomlDocument, path: DataPath): Place {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const prefix = path.slice(0, depth);
    const entry = findEntry(document, prefix);
    if (entry) {
      if (entry.value.type !== 'TOMLInlineTable') throw new Error('its parent is no table');
      return { kind: 'inline', table: entry.value, keys: path.length - depth };
    }
    const table = findTable(document, prefix);
    if (table && depth === path.length - 1) return { kind: 'table', table };
    const sibling = document.entries.findLast((one) => isDottedThrough(one, prefix));
    if (sibling) return { kind: 'beside', entry: sibling, keys: path.length - holderPath(sibling).length };
    if (table) break;
  }
  return path.length === 1 ? { kind: 'top' } : { kind: 'header' };
}

/** Is a table, or an array of tables, that is yet to be made better off with headers of its own than on one line? */
export function prefersHeader(document: TomlDocument, path: DataPath, line: string): boolean {
  const parent = path.slice(0, -1);
  const isChild = (other: DataPath) => other.length > parent.length && startsWithPath(other, parent);
  if (document.tables.some((table) => isChild(table.resolvedKey))) {
    const inline = document.entries.some(
      (entry) => entry.path.length === path.length && isChild(entry.path) && isInlineTable(entry.value),
    );
    if (!inline) return true;
  }
  return parent.length === 0 || !findTable(document, parent) || line.length > 64;
}

function isInlineTable(value: AST.TOMLContentNode): boolean {
  return (
    value.type === 'TOMLInlineTable' || (value.type === 'TOMLArray' && value.elements.some(isInlineTable))
  );
}
