import type { Document } from 'yaml';
import { CST, Lexer, parseAllDocuments } from 'yaml';
import type { Comment } from '../data/edit';
import type { DataValue } from '../data/value';
import { treeData, type TreeNode } from '../tree/node';
import { treeOf } from './tree';

export interface YamlDocument {
  text: string;
  /** Of a stream of several documents an array of them. */
  root: TreeNode;
  comments: Comment[];
}

/** One document, or a stream of several: then the first part of every path is the number of the document. @throws on invalid text */
export function readYaml(text: string): YamlDocument {
  const parsed = parseAllDocuments(text, { keepSourceTokens: true, uniqueKeys: true });
  const documents = (Array.isArray(parsed) ? parsed : []) as Document.Parsed[];
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) throw new Error(error.message);
  const roots = documents.map((document) => rootOf(document));
  const empty: TreeNode = { kind: 'table', range: [text.length, text.length], items: [], style: 'block' };
  const root: TreeNode =
    roots.length > 1
      ? {
          kind: 'array',
          style: 'block',
          range: [0, text.length],
          items: roots.map((node) => ({ key: null, keyRange: null, range: node.range, node })),
        }
      : (roots[0] ?? empty);
  return { text, root, comments: commentsOf(text) };
}

/** A document without content is an empty table that keys can be put into. */
function rootOf(document: Document.Parsed): TreeNode {
  const { contents, range } = document;
  const isEmpty = !contents || (contents.range[0] === contents.range[1] && document.toJS() === null);
  return isEmpty
    ? { kind: 'table', range: [range[1], range[1]], items: [], style: 'block' }
    : treeOf(contents, document);
}

export function yamlData(_text: string, { root }: YamlDocument): DataValue {
  return treeData(root);
}

/** The lexer knows a comment from a `#` inside of a text; it puts marks that are no text between its tokens. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const isMark = token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;
    if (!isMark && previous !== CST.SCALAR && token.startsWith('#'))
      comments.push({ text: token.trimEnd(), start: at, end: at + token.length });
    if (!isMark) at += token.length;
    previous = token;
  }
  return comments;
}
