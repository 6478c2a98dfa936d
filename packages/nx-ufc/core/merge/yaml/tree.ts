import type { CST, Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { DataValue } from '../data/value';
import { treeData, type TreeItem, type TreeNode } from '../tree/node';

/** The tree of a parsed document's node. @throws on keys that are no scalars, on aliases that go round in circles */
export function treeOf(
  node: ParsedNode,
  document: Document.Parsed,
  open: readonly ParsedNode[] = [],
): TreeNode {
  if (open.includes(node)) throw new Error('an alias stands for what holds it');
  const inside = [...open, node];
  if (isAlias(node)) return aliasOf(node, document, inside);
  if (isMap(node)) return mapOf(node as YAMLMap.Parsed, document, inside);
  if (isSeq(node)) return sequenceOf(node as YAMLSeq.Parsed, document, inside);
  const range = [node.range[0], node.range[1]] as const;
  return { kind: 'scalar', range, value: scalarOf(node), style: node.type ?? 'PLAIN' };
}

function aliasOf(node: ParsedNode, document: Document.Parsed, open: readonly ParsedNode[]): TreeNode {
  const target = isAlias(node) ? (node.resolve(document) as ParsedNode | undefined) : undefined;
  if (!target) throw new Error('an alias without an anchor');
  const value = treeData(treeOf(target, document, open));
  return { kind: 'scalar', range: [node.range[0], node.range[1]], value, style: 'ALIAS' };
}

function mapOf(node: YAMLMap.Parsed, document: Document.Parsed, open: readonly ParsedNode[]): TreeNode {
  const tokens = tokensOf(node.srcToken, 'map');
  const items = node.items.map((pair, i): TreeItem => {
    const { key, value } = pair as Pair<ParsedNode, ParsedNode | null>;
    if (!isScalar(key) || tokens[i]?.start.some((token) => token.type === 'explicit-key-ind'))
      throw new Error('a key is not written as a plain one');
    const [start, keyEnd] = key.range;
    const tree: TreeNode = value
      ? treeOf(value, document, open)
      : { kind: 'scalar', range: [keyEnd, keyEnd], value: null, style: 'MISSING' };
    const begin = tokens[i]?.start.find((token) => token.type === 'anchor' || token.type === 'tag');
    return {
      key: String(key.value),
      keyRange: [start, keyEnd],
      range: [begin?.offset ?? start, Math.max(tree.range[1], keyEnd)],
      node: tree,
    };
  });
  return { kind: 'table', range: rangeOf(node), items, style: node.flow ? 'flow' : 'block' };
}

function sequenceOf(node: YAMLSeq.Parsed, document: Document.Parsed, open: readonly ParsedNode[]): TreeNode {
  const tokens = tokensOf(node.srcToken, 'sequence');
  const items = node.items.map((item, i): TreeItem => {
    const value = item as ParsedNode;
    const tree = treeOf(value, document, open);
    const dash = tokens[i]?.start.find((token) => token.type === 'seq-item-ind');
    return { key: null, keyRange: null, range: [dash?.offset ?? tree.range[0], tree.range[1]], node: tree };
  });
  return { kind: 'array', range: rangeOf(node), items, style: node.flow ? 'flow' : 'block' };
}

/** The items' tokens; what only holds trailing comments is no item. */
function tokensOf(token: unknown, kind: 'map' | 'sequence'): CST.CollectionItem[] {
  const items = (token as { items?: CST.CollectionItem[] } | undefined)?.items ?? [];
  const isItem = (item: CST.CollectionItem) =>
    Boolean(item.key ?? item.value ?? item.sep) ||
    (kind === 'sequence' && item.start.some((one) => one.type === 'seq-item-ind'));
  return items.filter(isItem);
}

function rangeOf(node: YAMLMap.Parsed | YAMLSeq.Parsed): readonly [number, number] {
  return [node.range[0], node.range[1]];
}

/** A number that is written in another way than JavaScript writes it, and what is no JSON, stays as it is written. */
function scalarOf(node: ParsedNode): DataValue {
  const { value, source } = node as Scalar.Parsed;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && String(value) === source) return value;
  return { $literal: source };
}
