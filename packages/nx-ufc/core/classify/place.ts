import type { Blueprint, Layer } from '../blueprint/types';
import type { Classification, GraphEdge } from '../inventory/types';
import { parentOf } from '../project/module-name';
import { decideWithin } from './module';
import { chooseLayers } from './placement';
import type { Seen } from './project';
import { packageRoles, type Member } from './package-roles';
import { reasonsOf, type Reason } from './reasons';
import { wholeEvidence } from './whole-folders';

type LayerId = Layer['id'];
const DEFAULT_ROLE: Record<LayerId, string> = { core: 'util', interface: 'api', manifest: 'assembly' };
/** What was not decided by the module's own content is never more certain than this. */
const MOVED = 0.5;
/** An `__init__` says little about its package. */
const INIT_WEIGHT = 0.2;
const CORE_WEIGHT = 0.5;

/** Layer and role of all modules together. @param root the first import package: what lies directly in it has no package to stay with */
export function placeModules(
  seen: ReadonlyMap<string, Seen>,
  edges: readonly GraphEdge[],
  blueprint: Blueprint,
  root: string,
): Map<string, Classification> {
  const packageOf = (name: string) => (name === '' || name === root ? null : name);
  const groupOf = ({ info }: Seen) => packageOf(info.isPackage ? info.name : parentOf(info.name));
  const shares = sharesOf(seen, edges);
  const layers = chooseLayers({
    modules: [...seen].map(([name, one]) => ({
      name,
      shows: one.own.layer!,
      weight: weightOf(one) * (shares.get(one.whole?.package ?? '') ?? 1),
      group: one.whole?.package ?? (one.decided ? null : groupOf(one)),
      sealed: one.whole !== null,
      needsFramework: one.framework !== null,
    })),
    edges,
    parentOf: (group) => packageOf(parentOf(group)),
    settings: blueprint.classification.placement,
  });
  const reasons = reasonsOf(seen, layers, edges, blueprint);
  const roles = rolesOf(seen, layers, reasons, blueprint);
  const placed = new Map<string, Classification>();
  for (const [name, { own }] of seen) {
    const reason = reasons.get(name);
    const place = { ...own, layer: layers.get(name)!, role: roles.get(name)! };
    if (!reason) placed.set(name, place);
    else {
      const confidence = Math.min(own.confidence, MOVED);
      placed.set(name, { ...place, confidence, evidence: [...own.evidence, reason.text] });
    }
  }
  shareRoles(seen, placed, reasons, blueprint, root);
  return placed;
}

/**
 * Of folders of Alembic that ask for the web application, what each member counts: versions are all alike and say once what they say, however many
 * there are, or a rule would be broken for their sake.
 */
function sharesOf(seen: ReadonlyMap<string, Seen>, edges: readonly GraphEdge[]): Map<string, number> {
  const members = new Map<string, string[]>();
  for (const [name, { whole }] of seen)
    if (whole?.kind === 'alembic') members.set(whole.package, [...(members.get(whole.package) ?? []), name]);
  if (members.size === 0) return new Map();
  const isOuter = (name: string) => seen.get(name)?.own.layer === 'interface';
  const asking = new Set(edges.filter(({ to }) => isOuter(to)).map(({ from }) => from));
  const asks = (name: string) => seen.get(name)!.framework !== null || asking.has(name);
  return new Map(
    [...members].filter(([, names]) => names.some(asks)).map(([folder, names]) => [folder, 1 / names.length]),
  );
}

/** What shows little belongs to core until much else is said. */
function weightOf({ own, info }: Seen): number {
  const weight = own.confidence * (info.isPackage ? INIT_WEIGHT : 1);
  return own.layer === 'core' ? Math.max(weight, CORE_WEIGHT) : weight;
}

/**
 * The role of each module in its layer: its own there, else what its content shows of that layer, else that of the module whose import
 * brought it there.
 */
function rolesOf(
  seen: ReadonlyMap<string, Seen>,
  layers: ReadonlyMap<string, LayerId>,
  reasons: ReadonlyMap<string, Reason>,
  blueprint: Blueprint,
): Map<string, string> {
  const roles = new Map<string, string>();
  const waiting = new Map<string, string[]>();
  for (const [name, { own, sightings }] of seen) {
    const layer = layers.get(name)!;
    const role = own.layer === layer ? own.role : decideWithin(layer, sightings, blueprint)?.role;
    const neighbour = reasons.get(name)?.neighbour ?? null;
    if (role !== undefined) roles.set(name, role);
    else if (layer === 'interface' && neighbour !== null)
      waiting.set(neighbour, [...(waiting.get(neighbour) ?? []), name]);
  }
  const settled = [...roles.keys()];
  for (let name = settled.pop(); name !== undefined; name = settled.pop()) {
    for (const follower of waiting.get(name) ?? []) {
      if (layers.get(name) === layers.get(follower)) roles.set(follower, roles.get(name)!);
      settled.push(follower);
    }
  }
  const interfaceRole = usualRole([...roles].filter(([name]) => layers.get(name) === 'interface'));
  for (const name of seen.keys()) {
    const layer = layers.get(name)!;
    if (!roles.has(name)) roles.set(name, layer === 'interface' ? interfaceRole : DEFAULT_ROLE[layer]);
  }
  return roles;
}

/** What the interface of a project mostly is: what shows nothing belongs to the commands of a program that has no web API. */
function usualRole(shown: readonly (readonly [name: string, role: string])[]): string {
  const counts = new Map([[DEFAULT_ROLE.interface, 0]]);
  for (const [, role] of shown) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** What is in one package and one layer stays in one folder; where a package agrees, its modules are as certain as it is. */
function shareRoles(
  seen: ReadonlyMap<string, Seen>,
  placed: Map<string, Classification>,
  reasons: ReadonlyMap<string, Reason>,
  blueprint: Blueprint,
  root: string,
): void {
  const members = [...seen].flatMap(([name, { info, sightings, own, decided, whole }]): Member[] => {
    const { layer, role, confidence } = placed.get(name)!;
    const silent = sightings.length === 0;
    const isSunk = own.role === 'settings' && layer === 'core';
    return decided
      ? []
      : [
          {
            name,
            isPackage: info.isPackage,
            unit: whole?.package ?? null,
            layer: layer!,
            role,
            confidence,
            silent,
            isSunk,
          },
        ];
  });
  const { packageNames, reviewThreshold, placement } = blueprint.classification;
  const names = Object.entries(packageNames).flatMap(([role, all]) =>
    all.map((name) => [name, role] as const),
  );
  const shared = packageRoles(members, root, {
    clear: placement.clearRole,
    certain: reviewThreshold,
    byName: new Map(names),
  });
  for (const [name, { role, confidence, package: home }] of shared) {
    const own = placed.get(name)!;
    const follows = own.role !== role;
    const { whole } = seen.get(name)!;
    const isPart = whole !== null;
    const lacks = reasons.has(name) && !isPart && !isEmpty(seen.get(name)!);
    const stays = whole ? wholeEvidence(whole) : `stays with its package ${home}`;
    placed.set(name, {
      ...own,
      role,
      confidence: lacks ? own.confidence : follows ? confidence : Math.max(own.confidence, confidence),
      evidence: isPart || follows ? [...own.evidence, stays] : own.evidence,
    });
  }
}

/** An `__init__` that shows nothing is what its package is. */
function isEmpty({ info, sightings }: Seen): boolean {
  return info.isPackage && sightings.length === 0;
}
