/** Strongly connected components by Tarjan's algorithm without recursion; a component comes after those that it leads to, its nodes in the given order. */
export function components<T>(nodes: readonly T[], next: (node: T) => Iterable<T>): T[][] {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const open = new Set<T>();
  const found: T[][] = [];
  const order = new Map(nodes.map((node, i) => [node, i]));
  for (const root of nodes) {
    if (index.has(root)) continue;
    const work = [{ node: root, targets: [...next(root)], at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.at === 0 && !index.has(node)) {
        index.set(node, index.size);
        low.set(node, index.get(node)!);
        stack.push(node);
        open.add(node);
      }
      const target = frame.targets[frame.at++];
      if (frame.at <= frame.targets.length) {
        if (!index.has(target)) work.push({ node: target, targets: [...next(target)], at: 0 });
        else if (open.has(target)) low.set(node, Math.min(low.get(node)!, index.get(target)!));
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
      if (low.get(node) !== index.get(node)) continue;
      const component = stack.splice(stack.lastIndexOf(node));
      for (const member of component) open.delete(member);
      found.push(component.sort((a, b) => order.get(a)! - order.get(b)!));
    }
  }
  return found;
}
