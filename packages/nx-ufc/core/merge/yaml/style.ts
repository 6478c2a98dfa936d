import { lineStart, indentationAt } from '../../text/lines';
import type { TreeNode } from '../tree/node';
import type { YamlDocument } from './document';
import type { BlockStyle } from './values';

/** The layout of a document, as its first nested blocks show it; two spaces and indented sequences where none does. */
export function styleOf({ text, root }: YamlDocument): BlockStyle {
  const found: { unit?: string; indentsSequences?: boolean } = {};
  visit(root, (outer, inner, kind) => {
    const step = columnOf(text, inner) - columnOf(text, outer);
    if (kind === 'array') found.indentsSequences ??= step > 0;
    if (step > 0) found.unit ??= ' '.repeat(step);
  });
  return {
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    unit: found.unit ?? '  ',
    indentsSequences: found.indentsSequences ?? true,
  };
}

/** Every block collection that is the value of a key in a block: offsets of the key and of its own beginning. */
function visit(node: TreeNode, see: (outer: number, inner: number, kind: string) => void): void {
  if (node.kind === 'scalar' || node.style !== 'block') return;
  for (const item of node.items) {
    const inner = item.node;
    if (item.keyRange && inner.kind !== 'scalar' && inner.style === 'block' && inner.items.length > 0)
      see(item.range[0], inner.items[0].range[0], inner.kind);
    visit(inner, see);
  }
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Spaces up to the column of an offset; a `- ` before it counts. */
export function columnIndentation(text: string, offset: number): string {
  const indentation = indentationAt(text, offset);
  return indentation + ' '.repeat(columnOf(text, offset) - indentation.length);
}
