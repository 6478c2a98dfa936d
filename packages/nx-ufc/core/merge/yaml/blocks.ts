import type { Edit } from '../../text/edits';
import { lineEnd, lineStart, newlineAt, nextLine, startsLine } from '../../text/lines';
import type { DataValue } from '../data/value';
import type { Collection, TreeItem } from '../tree/node';
import { columnIndentation } from './style';
import { formatBehind, formatText, type BlockStyle } from './values';

/** The splice that puts an item or key into a block before the one of that index, on lines of its own. */
export function insertLines(
  text: string,
  into: Collection,
  index: number,
  key: string | null,
  value: DataValue,
  style: BlockStyle,
): Edit {
  const first = into.items[0];
  const indentation = first ? columnIndentation(text, first.range[0]) : '';
  const newline = newlineAt(text, first?.range[0] ?? into.range[0]);
  const label = key === null ? '-' : `${formatText(key)}:`;
  const line = indentation + label + formatBehind(value, indentation, { ...style, newline }, key === null);
  if (!first) return intoEmptyDocument(text, into.range[0], line);
  if (index > 0) {
    const at = endOfLines(text, into.items[index - 1]);
    const isNewLine = at === 0 || text[at - 1] === '\n';
    return { start: at, end: at, text: isNewLine ? line + newline : newline + line };
  }
  if (!startsLine(text, first.range[0]))
    return { start: first.range[0], end: first.range[0], text: line.trimStart() + newline + indentation };
  const at = lineStart(text, first.range[0]);
  return { start: at, end: at, text: line + newline };
}

function intoEmptyDocument(text: string, at: number, line: string): Edit {
  const newline = newlineAt(text, at);
  const lead = at === 0 || text[at - 1] === '\n' ? '' : newline;
  return { start: at, end: at, text: lead + line + newline };
}

/** Offset of the line after an item's last one; before the line break when there is none. */
function endOfLines(text: string, { range }: TreeItem): number {
  const end = range[1];
  if (text[end - 1] === '\n') return end;
  const next = nextLine(text, end);
  return text[next - 1] === '\n' ? next : lineEnd(text, end);
}

/** The splice that takes an item or key out with its lines; the last one leaves an empty collection. */
export function removeLines(text: string, from: Collection, index: number): Edit {
  const item = from.items[index];
  const [start] = item.range;
  const end = endOfLines(text, item);
  if (from.items.length === 1) return emptied(text, from, end);
  if (startsLine(text, start)) return { start: lineStart(text, start), end, text: '' };
  const next = from.items[index + 1];
  if (!next) throw new Error('it stands on one line with others');
  return { start, end: next.range[0], text: '' };
}

function emptied(text: string, from: Collection, end: number): Edit {
  const empty = from.kind === 'array' ? '[]' : '{}';
  const [start] = from.items[0].range;
  const newline = text[end - 1] === '\n' ? newlineAt(text, start) : '';
  if (!startsLine(text, start)) return { start, end, text: empty + newline };
  const above = /:[ \t]*\r?\n[ \t]*$/.exec(text.slice(0, start));
  if (above) return { start: above.index + 1, end, text: ` ${empty}${newline}` };
  return { start, end, text: empty + newline };
}

/** The splice that puts a block in place of a key's value. */
export function replaceByBlock(
  text: string,
  item: TreeItem,
  value: DataValue,
  indentation: string,
  style: BlockStyle,
): Edit {
  const [start, end] = item.node.range;
  const rendered = formatBehind(value, indentation, style, false);
  const space = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  return { start: start - space, end, text: rendered };
}
