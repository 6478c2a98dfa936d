import type { Analysis } from '../../project/analysis';
import type { ModuleInfo } from '../../project/types';
import { modulesByPlace } from './input';
import type { AuditCheck, AuditInput, Violation } from './types';

/** As many definitions of the smaller module must stand in the other one too … */
const SHARED_PART = 0.6;
/** … and this many, unless the two are called alike: a lone `main` or `setup` proves nothing. */
const SHARED_LEAST = 3;

/** A module that lies in a layer, and outside of it as well: which of the two runs is anybody's guess. */
export const duplicateModules: AuditCheck = (input) => {
  const { layered, outside } = modulesByPlace(input);
  const copies = new Map(layered.map((info) => [info, definitionsOf(input, info)]));
  return outside.flatMap((info) => {
    const own = definitionsOf(input, info);
    if (own.size === 0) return [];
    const twins = [...copies]
      .map(([other, names]) => ({ other, shared: [...own].filter((name) => names.has(name)).length, names }))
      .filter(({ other, shared, names }) => isCopy(info, other, shared, Math.min(own.size, names.size)))
      .sort((a, b) => b.shared - a.shared || (a.other.path < b.other.path ? -1 : 1));
    return twins.slice(0, 1).map(({ other, shared }) => violation(input, info, other, shared));
  });
};

function definitionsOf({ analysis }: AuditInput, info: ModuleInfo): Set<string> {
  const facts = analysis.project.facts.get(info.path)!;
  return new Set(
    [...facts.classes, ...facts.functions].filter((one) => one.parentScope === 0).map((one) => one.name),
  );
}

function isCopy(a: ModuleInfo, b: ModuleInfo, shared: number, smaller: number): boolean {
  const alike = baseName(a) === baseName(b);
  return shared > 0 && shared >= smaller * SHARED_PART && (alike || shared >= SHARED_LEAST);
}

function baseName(info: ModuleInfo): string {
  return info.path.slice(info.path.lastIndexOf('/') + 1);
}

function violation(
  { analysis }: AuditInput,
  outside: ModuleInfo,
  layered: ModuleInfo,
  shared: number,
): Violation {
  const [old, kept] = [importers(analysis, outside), importers(analysis, layered)];
  const text = (info: ModuleInfo) => analysis.project.sources.get(info.path)?.text;
  const how =
    text(outside) === text(layered)
      ? 'the same text'
      : `${shared} ${shared === 1 ? 'definition' : 'definitions'} of one name`;
  return {
    component: 'structure',
    severity: 'high',
    required: 'every module once',
    actual: `${outside.path} and ${layered.path}: ${how}; imported by ${old} and ${kept} modules`,
    remediation:
      old === 0
        ? `Nothing imports ${outside.path}: delete it.`
        : kept === 0
          ? `Nothing imports ${layered.path} yet: compare the two, point the imports of ${outside.name} to ${layered.name}, then delete ${outside.path}.`
          : `Both are in use: compare them, then let ${outside.path} go.`,
  };
}

function importers({ edges }: Analysis, info: ModuleInfo): number {
  return new Set(edges.filter((edge) => edge.to === info.name).map((edge) => edge.from)).size;
}
