import type { Edit } from '../../text/edits';
import { indentationAt, lineStart, newlineAt } from '../../text/lines';
import { editText, type Format } from '../data/edit';
import type { EditResult, Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import { insertItem, removeItem, type CommaList } from '../tree/commas';
import type { Collection, TreeItem } from '../tree/node';
import { treeSplices, type Writer } from '../tree/splices';
import { jsonData, readJson, type JsonDocument } from './document';
import { formatJson } from './values';

export const JSONC: Format<JsonDocument> = {
  parse: readJson,
  data: jsonData,
  comments: (document) => document.comments,
  splices: (document, operation) => treeSplices(document.root, operation, writerFor(document)),
};

/** Edit a JSON text, with or without comments and trailing commas, by splices; see `editText`. */
export function editJson(text: string, operations: readonly Operation[]): EditResult {
  return editText(JSONC, text, operations);
}

function writerFor({ text }: JsonDocument): Writer {
  const unit = unitOf(text);
  const list = ({ range, items }: Collection): CommaList => ({
    text,
    start: range[0],
    end: range[1],
    items,
    comment: /^(\/\/|\/\*)/,
    lines: true,
    trailing: false,
    unit,
  });
  return {
    insert: (into, index, key, value) => insert(list(into), index, key, value),
    replace: (item, value) => [replace(text, item, value, unit)],
    remove: (from, index) => removeItem(list(from), index),
    key: (name) => JSON.stringify(name),
  };
}

function insert(list: CommaList, index: number, key: string | null, value: DataValue): Edit[] {
  const { text, start, end, items, unit } = list;
  const label = key === null ? '' : `${JSON.stringify(key)}: `;
  const outer = indentationAt(text, start);
  const newline = newlineAt(text, start);
  const isOpen = text.slice(start, end).includes('\n');
  if (end - start === 2) {
    const inner = `${outer}${unit}${label}${formatJson(value, newline, outer + unit, unit)}`;
    return [{ start: start + 1, end: end - 1, text: `${newline}${inner}${newline}${outer}` }];
  }
  const first = items[0]?.range[0] ?? start;
  const indentation = items.length > 0 && isOpen ? indentationAt(text, first) : outer + unit;
  const rendered = isOpen ? formatJson(value, newline, indentation, unit) : formatJson(value, null, '', '');
  return insertItem(list, index, label + rendered);
}

function replace(text: string, { node }: TreeItem, value: DataValue, unit: string): Edit {
  const [start, end] = node.range;
  const isOpen = lineStart(text, start) > 0;
  const rendered = formatJson(
    value,
    isOpen ? newlineAt(text, start) : null,
    indentationAt(text, start),
    unit,
  );
  return { start, end, text: rendered };
}

/** One level of indentation: that of the first line that has any. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
