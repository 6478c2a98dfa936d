import { intersect, isInside, type Range } from './range';

/** What to do with a range that the user has where the template has one too. */
export type RangeDecision = 'keep' | 'overlap' | 'disjoint' | 'unknown';

/** The policy: inside of the template's → keep; overlapping → keep and report; disjoint → a conflict. */
export function decideRange(user: Range | null, template: Range | null): RangeDecision {
  if (template === null || user === null) return 'unknown';
  if (isInside(user, template)) return 'keep';
  return intersect(user, template).length > 0 ? 'overlap' : 'disjoint';
}
