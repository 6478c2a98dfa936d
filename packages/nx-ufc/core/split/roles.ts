import type { Blueprint } from '../blueprint/types';
import { decide, sightingsOf } from '../classify/module';
import type { Sighting } from '../classify/sighting';
import type { ModuleInfo } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import type { Anatomy } from './anatomy';

/** Every role that some statement of a module may show. */
export function possibleRoles(info: ModuleInfo, facts: FileFacts, blueprint: Blueprint): string[] {
  const weights = blueprint.classification.weights;
  const seen = sightingsOf({ info, facts, blueprint }).map(({ weight }) => weights[weight].role);
  return [...new Set([...seen, ...(facts.classes.length > 0 ? ['util'] : [])])];
}

/** The role that each top-level statement shows by itself; null for those that show none. */
export function rolesOf(anatomy: Anatomy, blueprint: Blueprint): (string | null)[] {
  const { info, facts, statements } = anatomy;
  const byStatement: Sighting[][] = statements.map(() => []);
  for (const sighting of sightingsOf({ info, facts, blueprint })) {
    const at = statements.findIndex(({ line, endLine }) => line <= sighting.line && sighting.line <= endLine);
    if (at >= 0) byStatement[at].push(sighting);
  }
  return byStatement.map((sightings, at) => {
    const { kind } = statements[at];
    // What is imported shows what the file needs, not what stands in it.
    if (kind === 'import' || kind === 'guard' || kind === 'docstring') return null;
    if (kind !== 'class' && kind !== 'function' && sightings.every(({ weight }) => weight === 'constants'))
      return null;
    return sightings.length > 0 ? decide(sightings, blueprint).role : kind === 'class' ? 'util' : null;
  });
}
