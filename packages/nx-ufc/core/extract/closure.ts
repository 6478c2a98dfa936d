import type { GraphEdge } from '../inventory/types';
import type { ProjectFacts } from '../project/types';

/** Modules that some modules need, themselves included, each with who needs it; imports of every scope count. */
export function closureOf(
  project: ProjectFacts,
  edges: readonly GraphEdge[],
  start: ReadonlySet<string>,
  isAllowed: (module: string) => boolean,
): Map<string, string | null> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const found = new Map<string, string | null>([...start].map((module) => [module, null]));
  const queue = [...start];
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    for (const target of next.get(module) ?? []) {
      if (found.has(target) || !project.modules.has(target) || !isAllowed(target)) continue;
      found.set(target, module);
      queue.push(target);
    }
  }
  return found;
}
