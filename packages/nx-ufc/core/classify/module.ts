import type { Blueprint, Layer } from '../blueprint/types';
import type { Classification } from '../inventory/types';
import { CLASSIFIERS } from './classifiers';
import type { ClassifierInput, Sighting } from './sighting';

/** Interface roles outrank the rest: a module that needs a framework cannot be core, however much else is in it. */
const DECISIVE = 0.5;
const MAX_EVIDENCE = 6;

/** Classify one module by its content. */
export function classifyModule(input: ClassifierInput): Classification {
  return decide(sightingsOf(input), input.blueprint);
}

/** Everything that the classifiers see in a module. */
export function sightingsOf(input: ClassifierInput): Sighting[] {
  return CLASSIFIERS.flatMap((classifier) => classifier.look(input));
}

/**
 * The role that sightings show. Those of one role count as independent evidence, up to the number that its weight allows, so
 * its strength is 1 − Π(1 − weight); the confidence is what is left of it when the runner-up is taken into account.
 */
export function decide(sightings: readonly Sighting[], blueprint: Blueprint): Classification {
  return strongest(sightings, blueprint) ?? NOTHING;
}

/** The same for a module whose layer is settled already; null when nothing shows a role of that layer. */
export function decideWithin(
  layer: Layer['id'],
  sightings: readonly Sighting[],
  blueprint: Blueprint,
): Classification | null {
  const layerOf = (weight: string) => layerOfRole(blueprint, blueprint.classification.weights[weight].role);
  return strongest(
    sightings.filter(({ weight }) => layerOf(weight) === layer),
    blueprint,
    0,
  );
}

const NOTHING: Classification = {
  layer: 'core',
  role: 'util',
  confidence: 0.3,
  evidence: ['nothing that shows a role'],
};

/** @param decisive from which strength on a role of another layer outranks those of core */
function strongest(
  sightings: readonly Sighting[],
  blueprint: Blueprint,
  decisive = DECISIVE,
): Classification | null {
  const byRole = strengths(sightings, blueprint);
  const layerOf = (role: string) => layerOfRole(blueprint, role);
  const ranked = [...byRole].sort(([a, x], [b, y]) => y.strength - x.strength || (a < b ? -1 : 1));
  const outer = ranked.filter(([role, entry]) => layerOf(role) !== 'core' && entry.strength >= decisive);
  const [winner] = outer.length > 0 ? outer : ranked.filter(([role]) => layerOf(role) === 'core');
  if (!winner) return null;
  const [role, { strength, sightings: found }] = winner;
  const rival =
    ranked.find(([other]) => other !== role && layerOf(other) === layerOf(role))?.[1].strength ?? 0;
  const confidence = Math.round(100 * strength * (1 - rival / 3)) / 100;
  const evidence = found.slice(0, MAX_EVIDENCE).map((sighting) => sighting.evidence);
  if (found.length > MAX_EVIDENCE) evidence.push(`and ${found.length - MAX_EVIDENCE} more`);
  return { layer: layerOf(role), role, confidence, evidence };
}

function layerOfRole(blueprint: Blueprint, role: string): Layer['id'] {
  return blueprint.roles.find((candidate) => candidate.id === role)!.layer;
}

function strengths(
  sightings: readonly Sighting[],
  blueprint: Blueprint,
): Map<string, { strength: number; sightings: Sighting[] }> {
  const byRole = new Map<string, { strength: number; sightings: Sighting[] }>();
  const counted = new Map<string, number>();
  for (const sighting of sightings) {
    const weight = blueprint.classification.weights[sighting.weight];
    if (!weight) throw new Error(`the blueprint has no weight "${sighting.weight}"`);
    const count = (counted.get(sighting.weight) ?? 0) + 1;
    counted.set(sighting.weight, count);
    if (count > (weight.atMost ?? Infinity)) continue;
    const entry = byRole.get(weight.role) ?? { strength: 0, sightings: [] };
    entry.strength = 1 - (1 - entry.strength) * (1 - weight.weight);
    entry.sightings.push(sighting);
    byRole.set(weight.role, entry);
  }
  return byRole;
}
