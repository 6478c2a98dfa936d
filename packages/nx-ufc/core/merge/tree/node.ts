import type { DataPath, DataValue } from '../data/value';
import { putKey, type DataTable } from '../data/value';

/** A value of a JSON or YAML text with where it lies. */
export type TreeNode =
  | { kind: 'scalar'; range: Range; value: DataValue; style: string }
  | { kind: 'table'; range: Range; items: TreeItem[]; style: 'flow' | 'block' }
  | { kind: 'array'; range: Range; items: TreeItem[]; style: 'flow' | 'block' };

export type Collection = Exclude<TreeNode, { kind: 'scalar' }>;

/** A key with its value, or an item of an array with what marks it. */
export interface TreeItem {
  /** Null for items of arrays. */
  key: string | null;
  keyRange: Range | null;
  range: Range;
  /** A YAML alias is a scalar with the value that it stands for: it cannot be entered. */
  node: TreeNode;
}

type Range = readonly [number, number];

/** @throws when a table has one key twice, or a key that has a meaning here */
export function treeData(node: TreeNode): DataValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map((item) => treeData(item.node));
  const table: DataTable = {};
  for (const item of node.items) {
    const key = item.key!;
    if (Object.hasOwn(table, key)) throw new Error(`the key ${key} is there twice`);
    if (key === '$literal') throw new Error('the key $literal has a meaning of its own here');
    putKey(table, key, treeData(item.node));
  }
  return table;
}

/** The collection on a path that is nearest to its end, and how many parts of the path lead to it. */
export function deepest(root: TreeNode, path: DataPath): { node: Collection; depth: number } {
  let node = root;
  let depth = 0;
  while (depth < path.length - 1) {
    const item = itemAt(node, path[depth]);
    if (!item || item.node.kind === 'scalar') break;
    node = item.node;
    depth++;
  }
  if (node.kind === 'scalar') throw new Error('its parent is a value');
  return { node, depth };
}

export function itemAt(node: TreeNode, part: string | number): TreeItem | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'array') return typeof part === 'number' ? node.items[part] : undefined;
  return node.items.find((item) => item.key === part);
}
