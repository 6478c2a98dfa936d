import type { Node } from './ast';

/** Names of the fields that may hold nodes, by the type of a node: all nodes of one type have the same fields. */
const fieldsOf = new Map<Node['type'], string[]>();

/** The nodes directly below a node, in the order of its fields. */
export function childrenOf(node: Node): Node[] {
  let fields = fieldsOf.get(node.type);
  if (!fields) {
    fields = Object.keys(node).filter((key) => key !== 'type' && key !== 'start' && key !== 'end');
    fieldsOf.set(node.type, fields);
  }
  const found: Node[] = [];
  for (const field of fields) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
