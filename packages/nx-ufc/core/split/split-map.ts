import { targetOf } from '../classify/target';
import { sameDecision } from '../plan/map-file';
import type { ProposeOptions } from '../plan/outside-entry';
import { proposeMap } from '../plan/propose';
import type { MapEntry, MigrationMap } from '../plan/types';
import type { Analysis } from '../project/analysis';
import { innerPath, rootOf } from '../project/roots';
import { carryOutSplits, type CarriedOut } from './carry-out';

/**
 * Carry the splits of a map out: the project after them, and the map with an entry for every new module. Where the map is as it was
 * proposed, other files get the places that are right after the splits; what a person decided stays.
 */
export function splitByMap(
  analysis: Analysis,
  map: MigrationMap,
  options: ProposeOptions,
): CarriedOut & { map: MigrationMap } {
  const chosen = map.modules.flatMap(({ source, split, action }) =>
    split && split.length > 0 && action === 'move' ? [[source, split] as const] : [],
  );
  if (chosen.length === 0) return { analysis, splits: [], refused: [], map };
  const carried = carryOutSplits(analysis, new Map(chosen));
  const proposed = bySource(proposeMap(analysis, options));
  const after = proposeMap(carried.analysis, options);
  const reviewed = bySource(map);
  const parts = new Map(carried.splits.flatMap(({ parts }) => parts.map((part) => [part.path, part])));
  const modules = after.modules.map((entry) => {
    const part = parts.get(entry.source);
    if (part) return decided(carried.analysis, entry, part.role, options);
    const mine = reviewed.get(entry.source);
    const first = proposed.get(entry.source);
    return mine && first && !sameDecision(mine, first) ? mine : entry;
  });
  return { ...carried, map: { ...map, modules: modules.map(withoutSplit) } };
}

/** The role of a new module was decided on: its place follows. */
function decided(
  analysis: Analysis,
  entry: MapEntry,
  role: string,
  { package: name }: ProposeOptions,
): MapEntry {
  const { blueprint, project } = analysis;
  const { layer } = entry;
  const root = rootOf(project.layout.roots, entry.source);
  if (layer === null || !root || entry.role === role) return { ...entry, review: false };
  const classification = { layer, role, confidence: 1, evidence: entry.evidence };
  const packageRoot = `${blueprint.naming.sourceRoot}/${name}`;
  const target = targetOf(innerPath(entry.source, root), classification, blueprint, packageRoot);
  return { ...entry, role, target, review: false };
}

function bySource(map: MigrationMap): Map<string, MapEntry> {
  return new Map(map.modules.map((entry) => [entry.source, entry]));
}

/** What is done is proposed no more. */
function withoutSplit(entry: MapEntry): MapEntry {
  const { split, ...rest } = entry;
  return split ? rest : entry;
}
