import type { Edit } from '../../text/edits';
import type { Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import type { Collection, TreeItem, TreeNode } from './node';
import { deepest, itemAt } from './node';

/** How a format writes what the shared part of the editors decides. */
export interface Writer {
  /** Splices that put a key (`null` in arrays) with its value before the item of that index. */
  insert(into: Collection, index: number, key: string | null, value: DataValue): Edit[];
  /** Splices that put a value in place of the one of an item. */
  replace(item: TreeItem, value: DataValue): Edit[];
  remove(from: Collection, index: number): Edit[];
  key(name: string, item: TreeItem): string;
}

/** The splices of an operation in a tree of tables and arrays. */
export function treeSplices(root: TreeNode, operation: Operation, writer: Writer): Edit[] {
  const { path } = operation;
  const { node, depth } = deepest(root, path);
  const part = path[depth];
  const item = itemAt(node, part);
  if (operation.op === 'set') {
    if (item) return writer.replace(item, operation.value);
    if (typeof part === 'number') throw new Error('there is no such item');
    const value = path
      .slice(depth + 1)
      .reduceRight<DataValue>((inner, key) => ({ [key]: inner }), operation.value);
    return writer.insert(node, node.items.length, part, value);
  }
  if (depth !== path.length - 1) throw new Error('it is not there');
  if (operation.op === 'insert' && node.kind === 'array')
    return writer.insert(node, Number(part), null, operation.value);
  if (!item) throw new Error('it is not there');
  if (operation.op === 'remove') return writer.remove(node, node.items.indexOf(item));
  if (operation.op === 'rename' && item.keyRange) {
    const [start, end] = item.keyRange;
    return [{ start, end, text: writer.key(operation.name, item) }];
  }
  throw new Error('it cannot be changed so');
}
