import type { Classification } from '../inventory/types';
import { CLASSIFIERS } from './classifiers';
import type { ClassifierInput, Sighting } from './sighting';

/** Interface roles outrank the rest: a module that needs a framework cannot be core, however much else is in it. */
const DECISIVE = 0.5;
const MAX_EVIDENCE = 6;

/**
 * Classify one module by its content. The sightings of a role count as independent evidence, so its strength is
 * 1 − Π(1 − weight); the confidence is what is left of it when the runner-up is taken into account.
 */
export function classifyModule(input: ClassifierInput): Classification {
  const { blueprint } = input;
  const byRole = new Map<string, { strength: number; sightings: Sighting[] }>();
  for (const classifier of CLASSIFIERS) {
    for (const sighting of classifier.look(input)) {
      const weight = blueprint.classification.weights[sighting.weight];
      if (!weight)
        throw new Error(
          `classifier ${classifier.id} uses a weight "${sighting.weight}" that the blueprint does not have`,
        );
      const entry = byRole.get(weight.role) ?? { strength: 0, sightings: [] };
      entry.strength = 1 - (1 - entry.strength) * (1 - weight.weight);
      entry.sightings.push(sighting);
      byRole.set(weight.role, entry);
    }
  }
  const layerOf = (role: string) => blueprint.roles.find((candidate) => candidate.id === role)!.layer;
  const ranked = [...byRole].sort(([a, x], [b, y]) => y.strength - x.strength || (a < b ? -1 : 1));
  const outer = ranked.filter(([role, entry]) => layerOf(role) !== 'core' && entry.strength >= DECISIVE);
  const [winner] = outer.length > 0 ? outer : ranked.filter(([role]) => layerOf(role) === 'core');
  if (!winner)
    return { layer: 'core', role: 'util', confidence: 0.3, evidence: ['nothing that shows a role'] };
  const [role, { strength, sightings }] = winner;
  const rival =
    ranked.find(([other]) => other !== role && layerOf(other) === layerOf(role))?.[1].strength ?? 0;
  const confidence = Math.round(100 * strength * (1 - rival / 3)) / 100;
  const evidence = sightings.slice(0, MAX_EVIDENCE).map((sighting) => sighting.evidence);
  if (sightings.length > MAX_EVIDENCE) evidence.push(`and ${sightings.length - MAX_EVIDENCE} more`);
  return { layer: layerOf(role), role, confidence, evidence };
}
