import type { Edit } from '../../text/edits';
import { indentationAt, lineStart, newlineAt } from '../../text/lines';
import { editText, type Format } from '../data/edit';
import type { EditResult, Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import { insertItem, removeItem, type CommaList } from '../tree/commas';
import type { Collection, TreeItem } from '../tree/node';
import { treeSplices, type Writer } from '../tree/splices';
import { insertLines, removeLines, replaceByBlock } from './blocks';
import { readYaml, yamlData, type YamlDocument } from './document';
import { styleOf } from './style';
import { formatFlow, formatLike, formatText, type BlockStyle } from './values';

export const YAML: Format<YamlDocument> = {
  parse: readYaml,
  data: yamlData,
  comments: (document) => document.comments,
  splices: (document, operation) => treeSplices(document.root, operation, writerFor(document)),
};

/**
 * Edit a YAML 1.2 text by splices; see `editText`. In a stream of several documents the first part of every path is the number
 * of the document. What is reached through an alias is not edited.
 */
export function editYaml(text: string, operations: readonly Operation[]): EditResult {
  return editText(YAML, text, operations);
}

function writerFor(document: YamlDocument): Writer {
  const { text } = document;
  const style = styleOf(document);
  const list = ({ range, items }: Collection): CommaList => ({
    text,
    start: range[0],
    end: range[1],
    items,
    comment: /^#/,
    lines: true,
    trailing: true,
    unit: style.unit,
  });
  return {
    insert(into, index, key, value) {
      if (into.style === 'block') return [insertLines(text, into, index, key, value, style)];
      const label = key === null ? '' : `${formatText(key)}: `;
      return insertItem(list(into), index, label + formatFlow(value));
    },
    replace: (item, value) => [replace(text, item, value, style)],
    remove: (from, index) =>
      from.style === 'block' ? [removeLines(text, from, index)] : removeItem(list(from), index),
    key: (name, item) => formatLike(text[item.keyRange![0]] === "'" ? 'QUOTE_SINGLE' : '', name),
  };
}

function replace(text: string, item: TreeItem, value: DataValue, style: BlockStyle): Edit {
  const { node } = item;
  const [start, end] = placeOf(text, item);
  if (node.kind === 'scalar' && node.style === 'MISSING') throw new Error('the key has no place for a value');
  const near = { ...style, newline: newlineAt(text, start) };
  const lead = start === end && text[start - 1] === ':' ? ' ' : '';
  const inBlock = item.keyRange !== null && lineStart(text, item.keyRange[0]) === lineStart(text, start);
  if (inBlock && typeof value === 'object' && value !== null && !isFlow(text, item))
    return replaceByBlock(text, item, value, indentationAt(text, item.range[0]), near);
  const rendered = formatLike(node.kind === 'scalar' ? node.style : '', value);
  const tail = end > start && text[end - 1] === '\n' ? near.newline : '';
  return { start, end, text: lead + rendered + tail };
}

/** Where there is no value yet it belongs right behind the colon, before a comment. */
function placeOf(text: string, { node, keyRange }: TreeItem): readonly [number, number] {
  const [start, end] = node.range;
  const colon = start === end && keyRange ? /^[ \t]*:/.exec(text.slice(keyRange[1])) : null;
  if (!colon) return [start, end];
  const at = keyRange![1] + colon[0].length;
  return [at, at];
}

/** Inside of brackets a value stays in flow style; there a key is not the first on its line, or a comma or bracket follows. */
function isFlow(text: string, item: TreeItem): boolean {
  const before = text.slice(lineStart(text, item.range[0]), item.range[0]);
  return !/^[ \t]*(-[ \t]+)*$/.test(before) || /^[ \t]*[,}\]]/.test(text.slice(item.range[1]));
}
