import { components } from '../graph/components';
import type { GraphEdge } from '../inventory/types';
import { resolveImport } from './resolve';
import type { ProjectFacts } from './types';

const known = new WeakMap<ProjectFacts, readonly GraphEdge[]>();

/** Edges between the modules of a project, in the order of files and lines; one per module, target, line and scope. */
export function importEdges(project: ProjectFacts): readonly GraphEdge[] {
  let edges = known.get(project);
  if (!edges) known.set(project, (edges = edgesOf(project)));
  return edges;
}

function edgesOf(project: ProjectFacts): GraphEdge[] {
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

/** Groups of modules that import one another at module level; sorted. */
export function importCycles(edges: readonly GraphEdge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, scope } of edges) {
    if (scope !== 'module') continue;
    if (!next.has(from)) next.set(from, []);
    next.get(from)!.push(to);
  }
  const nodes = [...new Set([...next].flatMap(([from, targets]) => [from, ...targets]))].sort();
  return components(nodes, (node) => next.get(node) ?? [])
    .filter((component) => component.length > 1)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
