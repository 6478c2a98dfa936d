import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { LiteralText } from '../literal-text';
import { joinedText } from '../literal-text';

/** A cell of a notebook. */
export interface NotebookCell {
  type: 'code' | 'markdown';
  source: LiteralText;
}

/**
 * The cells of a notebook of Python, each with the place of every character in the file; null for what is none
 * (https://nbformat.readthedocs.io/en/latest/format_description.html, in the third format the cells lie in worksheets).
 */
export function notebookCells(text: string): NotebookCell[] | null {
  const errors: { error: number }[] = [];
  const root = parseTree(text, errors as never);
  if (!root || errors.length > 0 || !isPython(root)) return null;
  const sheets = findNodeAtLocation(root, ['worksheets'])?.children ?? [root];
  const cells = sheets.flatMap((sheet) => findNodeAtLocation(sheet, ['cells'])?.children ?? []);
  return cells.flatMap((cell) => {
    const type: unknown = findNodeAtLocation(cell, ['cell_type'])?.value;
    if (type !== 'code' && type !== 'markdown') return [];
    const node = findNodeAtLocation(cell, ['source']) ?? findNodeAtLocation(cell, ['input']);
    const source = node && joinedText(linesOf(node).map((line) => decoded(text, line)));
    return source ? [{ type, source }] : [];
  });
}

function isPython(root: Node): boolean {
  const languages = [
    ['kernelspec', 'language'],
    ['language_info', 'name'],
  ].map((path): unknown => findNodeAtLocation(root, ['metadata', ...path])?.value);
  return languages.every((language) => language === undefined || /^i?python/i.test(String(language)));
}

/** A text is one literal, or a list of its lines. */
function linesOf(node: Node): Node[] {
  return [node, ...(node.children ?? [])].filter(({ type }) => type === 'string');
}

/** A literal of JSON, character by character. */
function decoded(text: string, { offset, length }: Node): LiteralText {
  const offsets: number[] = [];
  let value = '';
  const end = offset + length - 1;
  for (let at = offset + 1; at < end;) {
    const size = text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
    const written = text.slice(at, at + size);
    value += size === 1 ? written : (JSON.parse(`"${written}"`) as string);
    offsets.push(at);
    at += size;
  }
  offsets.push(end);
  return { value, offsets, newline: '\n' };
}
