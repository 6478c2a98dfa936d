import type { Node, ParseError } from 'jsonc-parser';
import { createScanner, parseTree, printParseErrorCode, SyntaxKind } from 'jsonc-parser';
import type { Comment } from '../data/edit';
import type { DataValue } from '../data/value';
import { treeData, type TreeItem, type TreeNode } from '../tree/node';

export interface JsonDocument {
  text: string;
  root: TreeNode;
  comments: Comment[];
}

/** JSON with comments and trailing commas. @throws on invalid text */
export function readJson(text: string): JsonDocument {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !tree)
    throw new Error(errors.length > 0 ? printParseErrorCode(errors[0].error) : 'the text is empty');
  return { text, root: nodeOf(tree, text), comments: commentsOf(text) };
}

/** By `JSON.parse` where that reads the text, which then has the last word on its validity. */
export function jsonData(text: string, { root, comments }: JsonDocument): DataValue {
  const data = treeData(root);
  if (comments.length === 0 && !/,\s*[}\]]/.test(text)) JSON.parse(text);
  return data;
}

function nodeOf(node: Node, text: string): TreeNode {
  const range = [node.offset, node.offset + node.length] as const;
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'array', range, style: 'flow', items: children.map((child) => itemOf(null, child, text)) };
  if (node.type === 'object') {
    const items = children.map((property) => itemOf(property, property.children![1], text));
    return { kind: 'table', range, style: 'flow', items };
  }
  return { kind: 'scalar', range, style: '', value: scalarOf(node, text.slice(...range)) };
}

function itemOf(property: Node | null, value: Node, text: string): TreeItem {
  const key = property?.children![0];
  const whole = property ?? value;
  return {
    key: key ? (key.value as string) : null,
    keyRange: key ? [key.offset, key.offset + key.length] : null,
    range: [whole.offset, whole.offset + whole.length],
    node: nodeOf(value, text),
  };
}

/** A number that is written in another way than JavaScript writes it stays as it is written. */
function scalarOf(node: Node, source: string): DataValue {
  if (node.type !== 'number') return node.value as string | boolean | null;
  return JSON.stringify(node.value) === source ? (node.value as number) : { $literal: source };
}

function commentsOf(text: string): Comment[] {
  const scanner = createScanner(text);
  const comments: Comment[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind !== SyntaxKind.LineCommentTrivia && kind !== SyntaxKind.BlockCommentTrivia) continue;
    const start = scanner.getTokenOffset();
    comments.push({ text: scanner.getTokenValue(), start, end: start + scanner.getTokenLength() });
  }
  return comments;
}
