import type { GraphEdge } from '../inventory/types';
import { resolveImport } from './resolve';
import type { ProjectFacts } from './types';

/** Edges between the modules of a project, in the order of files and lines; one per module, target, line and scope. */
export function importEdges(project: ProjectFacts): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path);
    if (!info || info.area === 'stub') continue;
    const seen = new Set<string>();
    for (const fact of facts.imports) {
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        if (target.kind !== 'internal' || target.module === info.name) continue;
        const key = `${target.module} ${fact.line} ${fact.scope}`;
        if (seen.has(key)) continue;
        seen.add(key);
        edges.push({ from: info.name, to: target.module, line: fact.line, scope: fact.scope });
      }
    }
  }
  return edges;
}

/** Groups of modules that import one another at module level, by Tarjan's algorithm without recursion; sorted. */
export function importCycles(edges: readonly GraphEdge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, scope } of edges) {
    if (scope !== 'module') continue;
    if (!next.has(from)) next.set(from, []);
    next.get(from)!.push(to);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  for (const root of [...next.keys()].sort()) {
    if (index.has(root)) continue;
    const work: { node: string; at: number }[] = [{ node: root, at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (!index.has(node)) {
        index.set(node, index.size);
        low.set(node, index.get(node)!);
        stack.push(node);
        onStack.add(node);
      }
      const targets = next.get(node) ?? [];
      if (frame.at < targets.length) {
        const target = targets[frame.at++];
        if (!index.has(target)) work.push({ node: target, at: 0 });
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node)!, index.get(target)!));
        continue;
      }
      work.pop();
      if (work.length > 0) {
        const parent = work[work.length - 1].node;
        low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
      }
      if (low.get(node) === index.get(node)) {
        const component = popComponent(stack, onStack, node);
        if (component.length > 1) cycles.push(component.sort());
      }
    }
  }
  return cycles.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function popComponent(stack: string[], onStack: Set<string>, until: string): string[] {
  const component: string[] = [];
  for (;;) {
    const node = stack.pop()!;
    onStack.delete(node);
    component.push(node);
    if (node === until) return component;
  }
}
