import type { Blueprint } from '../blueprint/types';
import type { Classification, GraphEdge } from '../inventory/types';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { parentOf } from '../project/module-name';
import { makeFeasible } from './feasible';
import { classifyModule } from './module';
import { importOf } from './sighting';

/**
 * Classify every module of a project: by content, then together with its siblings, then so that the layer rules hold.
 * @param decided by path, what is not to be decided here; only the layer rules go before it
 * @returns by path
 */
export function classifyProject(
  project: ProjectFacts,
  blueprint: Blueprint,
  edges: readonly GraphEdge[],
  decided: ReadonlyMap<string, Classification> = new Map(),
): Map<string, Classification> {
  const byName = new Map<string, Classification>();
  const frameworks = new Map<string, string>();
  const forbidden = blueprint.layers.find((layer) => layer.id === 'core')!.forbiddenFrameworks;
  for (const info of project.modulesByPath.values()) {
    if (info.area !== 'shipped') continue;
    const facts = project.facts.get(info.path)!;
    byName.set(
      info.name,
      decided.get(info.path) ?? withoutLayer(project, info) ?? classifyModule({ info, facts, blueprint }),
    );
    const kind = forbidden.find((candidate) => importOf({ info, facts, blueprint }, candidate));
    if (kind) frameworks.set(info.name, kind);
  }
  keepSiblingsTogether(project, byName, frameworks, decided);
  const feasible = makeFeasible({ classifications: byName, edges, frameworks, blueprint });
  const result = new Map<string, Classification>();
  for (const info of project.modulesByPath.values()) {
    result.set(info.path, (info.area === 'shipped' ? feasible.get(info.name) : null) ?? areaOf(info));
  }
  return result;
}

/** The facade of the package and its `__main__` keep their place at the top, whatever they import. */
function withoutLayer(project: ProjectFacts, info: ModuleInfo): Classification | null {
  const isRoot = project.layout.roots.some((root) => root.name === info.name && root.kind === 'package');
  if (isRoot && project.layout.roots[0].name === info.name) {
    return { layer: null, role: 'facade', confidence: 1, evidence: ['__init__ of the top-level package'] };
  }
  const isMain =
    /(^|\/)__main__\.py$/.test(info.path) && parentOf(info.name) === project.layout.roots[0]?.name;
  return isMain
    ? { layer: null, role: 'main', confidence: 1, evidence: [`run by python -m ${parentOf(info.name)}`] }
    : null;
}

function areaOf(info: ModuleInfo): Classification {
  return { layer: null, role: info.area, confidence: 1, evidence: [`lies in ${info.path.split('/')[0]}`] };
}

/**
 * Modules of one sub-package go where most of their weight goes, unless they need a framework or show another layer
 * clearly. The `__init__` goes with its package.
 */
function keepSiblingsTogether(
  project: ProjectFacts,
  byName: Map<string, Classification>,
  frameworks: ReadonlyMap<string, string>,
  decided: ReadonlyMap<string, Classification>,
): void {
  const packages = new Map<string, ModuleInfo[]>();
  for (const info of project.modulesByPath.values()) {
    if (info.area !== 'shipped' || !byName.get(info.name)?.layer) continue;
    const top = subPackageOf(project, info);
    if (top) packages.set(top, [...(packages.get(top) ?? []), info]);
  }
  for (const [name, members] of packages) {
    const winner = majority(members, byName);
    for (const info of members) {
      if (decided.has(info.path)) continue;
      const own = byName.get(info.name)!;
      if (own.role === winner.role && own.layer === winner.layer) continue;
      const isInit = info.isPackage && !frameworks.has(info.name);
      const stays =
        !isInit && (own.layer !== winner.layer ? own.confidence >= 0.8 || frameworks.has(info.name) : false);
      if (stays) continue;
      byName.set(info.name, {
        ...winner,
        confidence: Math.min(own.confidence, winner.confidence),
        evidence: [...own.evidence, `stays with its package ${name}`],
      });
    }
  }
}

function subPackageOf(project: ProjectFacts, info: ModuleInfo): string | null {
  const root = project.layout.roots[0]?.name;
  if (root === undefined || !info.name.startsWith(`${root}.`)) return null;
  const parts = info.name.slice(root.length + 1).split('.');
  return info.isPackage || parts.length > 1 ? `${root}.${parts[0]}` : null;
}

function majority(
  members: readonly ModuleInfo[],
  byName: ReadonlyMap<string, Classification>,
): Classification {
  const totals = new Map<string, { weight: number; example: Classification }>();
  for (const info of members) {
    const own = byName.get(info.name)!;
    const key = `${own.layer} ${own.role}`;
    const weight = (info.isPackage ? 0.2 : 1) * own.confidence;
    const entry = totals.get(key);
    totals.set(key, { weight: (entry?.weight ?? 0) + weight, example: entry?.example ?? own });
  }
  const [[, best]] = [...totals].sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1));
  return { ...best.example, evidence: [] };
}
