import type { Edit } from '../../text/edits';
import type { Format } from '../data/edit';
import { editText } from '../data/edit';
import type { EditResult, Operation } from '../data/operation';
import { tomlData } from './data';
import type { TomlDocument } from './document';
import { findEntry, readDocument, startsWithPath } from './document';
import { insertArrayItem, insertKey } from './insert';
import { removeEdits } from './remove';
import { renameEdits } from './rename';
import { formatLike } from './values';

export const TOML: Format<TomlDocument> = {
  parse: readDocument,
  data: (text) => tomlData(text),
  comments: ({ text, program }) =>
    program.comments.map(({ range: [start, end] }) => ({ text: text.slice(start, end), start, end })),
  splices,
};

/** Edit a TOML 1.0 text by splices; see `editText`. */
export function editToml(text: string, operations: readonly Operation[]): EditResult {
  return editText(TOML, text, operations);
}

function splices(document: TomlDocument, operation: Operation): Edit[] {
  const { path } = operation;
  switch (operation.op) {
    case 'set': {
      const entry = findEntry(document, path);
      if (entry) {
        const [start, end] = entry.value.range;
        return [{ start, end, text: formatLike(document.text.slice(start, end), operation.value) }];
      }
      if (document.tables.some((table) => startsWithPath(table.resolvedKey, path)))
        throw new Error('is a table with a header, which a value does not replace');
      return insertKey(document, path, operation.value);
    }
    case 'insert':
    case 'append':
      return insertArrayItem(document, path, operation.value);
    case 'remove':
      return removeEdits(document, path);
    case 'rename':
      return renameEdits(document, path, operation.name);
  }
}
