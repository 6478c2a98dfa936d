import type { Edit } from '../../text/edits';
import { applyEdits } from '../../text/edits';
import { appendEdits } from './append';
import type { TomlPath } from './document';
import { findEntry, readDocument } from './document';
import { insertKey } from './insert';
import { expectedData, plainData, same } from './plain';
import { removeEdits, renameEdit } from './remove';
import type { TomlValue } from './values';
import { formatLike, formatValue } from './values';

/** One change, addressed by the full path of a key; numbers are items of arrays or of arrays of tables. */
export type TomlOperation =
  /** Replace the value of a key or item, or add the key. */
  | { op: 'set'; path: TomlPath; value: TomlValue; reason?: string }
  /** Add an item to an array, unless it is there; makes the array when it is missing. */
  | { op: 'append'; path: TomlPath; value: TomlValue; reason?: string }
  | { op: 'remove'; path: TomlPath; reason?: string }
  | { op: 'rename'; path: TomlPath; name: string; reason?: string };

export type TomlResult =
  | { ok: true; text: string; /** Operations that changed something. */ applied: TomlOperation[] }
  | { ok: false; conflict: string; operation: TomlOperation };

const BOM = '\uFEFF';

/**
 * Edit a TOML text by splices: what is not edited keeps its bytes, comments and order. After every operation the text
 * must parse as TOML 1.0 and have exactly the value that the operation means; else nothing is returned but the conflict.
 */
export function editToml(text: string, operations: readonly TomlOperation[]): TomlResult {
  const bom = text.startsWith(BOM);
  let current = bom ? text.slice(1) : text;
  const applied: TomlOperation[] = [];
  for (const operation of operations) {
    const next = applyOne(current, operation);
    if (typeof next !== 'string') return { ok: false, conflict: next.conflict, operation };
    if (next !== current) applied.push(operation);
    current = next;
  }
  return { ok: true, text: bom ? BOM + current : current, applied };
}

function applyOne(text: string, operation: TomlOperation): string | { conflict: string } {
  const name = operation.path.join('.');
  try {
    const before = plainData(text);
    const expected = expectedData(before, operation);
    if (same(before, expected)) return text;
    const edited = applyEdits(text, editsFor(text, operation));
    readDocument(edited);
    if (!same(plainData(edited), expected))
      return { conflict: `${name}: the edit would change more than this key` };
    return edited;
  } catch (error) {
    return { conflict: `${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
}

function editsFor(text: string, operation: TomlOperation): Edit[] {
  const document = readDocument(text);
  switch (operation.op) {
    case 'set': {
      const entry = findEntry(document, operation.path);
      if (!entry) return [insertKey(document, operation.path, formatValue(operation.value))];
      const [start, end] = entry.value.range;
      return [{ start, end, text: formatLike(text.slice(start, end), operation.value) }];
    }
    case 'append':
      return appendEdits(document, operation.path, operation.value);
    case 'remove':
      return removeEdits(document, operation.path);
    case 'rename':
      return renameEdit(document, operation.path, operation.name);
  }
}
