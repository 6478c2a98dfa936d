import type { GraphEdge } from '../inventory/types';
import { importCycles } from '../project/import-graph';
import { parentOf } from '../project/module-name';
import type { ProjectFacts } from '../project/types';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import type { ReviewItem } from './types';

/**
 * Groups of modules that would import one another after the move and did not before. Importing a module runs the `__init__`
 * of every package above it, so a module can get into a cycle by its new place alone.
 */
export function newImportCycles(
  project: ProjectFacts,
  edges: readonly GraphEdge[],
  mapping: MoveMapping,
): ReviewItem[] {
  const packages = (name: string) => project.modules.get(name)?.isPackage === true;
  const all = [...edges, ...dynamicEdges(project)];
  const before = importCycles(withPackages(all, packages));
  const together = new Map<string, number>();
  before.forEach((cycle, i) => cycle.forEach((module) => together.set(module, i)));

  const former = new Map([...mapping.modules].map(([from, to]) => [to, from]));
  const moved = all.map((edge) => ({
    ...edge,
    from: newNameOf(mapping, edge.from),
    to: newNameOf(mapping, edge.to),
  }));
  const after = importCycles(withPackages(moved, (name) => packages(former.get(name) ?? '')));
  const made = after.flatMap((cycle) => {
    const olds = cycle.map((module) => former.get(module) ?? module).sort();
    const groups = new Set(olds.map((module) => together.get(module) ?? module));
    return groups.size === 1 ? [] : [item(project, olds)];
  });
  return [...made, ...before.flatMap((cycle) => otherEntries(project, mapping, cycle))];
}

/**
 * A circle of imports works or not by where it is entered. Importing a module of a package runs the package's `__init__` first; a
 * module that left the package enters a circle of that `__init__` elsewhere, or not at all.
 */
function otherEntries(project: ProjectFacts, mapping: MoveMapping, cycle: readonly string[]): ReviewItem[] {
  return cycle.flatMap((name) => {
    const info = project.modules.get(name);
    const below = `${name}.`;
    if (!info?.isPackage || cycle.every((one) => one === name || one.startsWith(below))) return [];
    const now = `${newNameOf(mapping, name)}.`;
    const gone = [...project.modules.values()].filter(
      (one) =>
        one.area === 'shipped' &&
        one.name.startsWith(below) &&
        !cycle.includes(one.name) &&
        !newNameOf(mapping, one.name).startsWith(now),
    );
    if (gone.length === 0) return [];
    const message = `${cycle.join(', ')} import one another, and importing ${gone.map((one) => one.name).join(', ')} ran ${name} first, which it does not do in its new place`;
    return [{ path: info.path, line: 1, column: 1, rule: 'IMPORT_ORDER', message }];
  });
}

/** `importlib.import_module("pkg.mod")` that runs at import time. */
function dynamicEdges(project: ProjectFacts): GraphEdge[] {
  return [...project.facts].flatMap(([path, facts]) =>
    facts.calls.flatMap((call) => {
      const [name] = call.arguments;
      if (
        call.run !== 'module' ||
        !/(^|\.)import_module$/.test(call.callee) ||
        name?.value.kind !== 'literal'
      )
        return [];
      const to = String(name.value.value);
      const from = project.modulesByPath.get(path)!.name;
      return project.modules.has(to) ? [{ from, to, line: call.line, scope: 'module' as const }] : [];
    }),
  );
}

/** Edges at import time, those to the packages above a target included; a module's own packages are at work already. */
function withPackages(edges: readonly GraphEdge[], isPackage: (name: string) => boolean): GraphEdge[] {
  return edges
    .filter((edge) => edge.scope === 'module')
    .flatMap((edge) => {
      const all = [edge];
      for (let above = parentOf(edge.to); above !== ''; above = parentOf(above)) {
        const own = edge.from === above || edge.from.startsWith(`${above}.`);
        if (!own && isPackage(above)) all.push({ ...edge, to: above });
      }
      return all;
    });
}

function item(project: ProjectFacts, modules: readonly string[]): ReviewItem {
  return {
    path: project.modules.get(modules[0])?.path ?? modules[0],
    line: 1,
    column: 1,
    rule: 'NEW_IMPORT_CYCLE',
    message: `in their new places ${modules.join(', ')} import one another, by themselves or by their packages; another place in the map avoids it`,
  };
}
