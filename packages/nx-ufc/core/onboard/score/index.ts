import type { Analysis } from '../../project/analysis';
import type { ScoreTerm, Term } from '../types';
import { completeness } from './completeness';
import { dependencySimplicity } from './dependency-simplicity';
import { documentation } from './documentation';
import { quality } from './quality';
import { selfContainment } from './self-containment';
import { structure } from './structure';
import { tests } from './tests';
import { typing } from './typing';

/** The terms of the candidate score; their weights are the blueprint's. */
export const TERMS: Record<string, { title: string; of: Term }> = {
  selfContainment: { title: 'Self-containment', of: selfContainment },
  tests: { title: 'Tests', of: tests },
  completeness: { title: 'Completeness', of: completeness },
  quality: { title: 'Quality', of: quality },
  dependencySimplicity: { title: 'Dependency simplicity', of: dependencySimplicity },
  structure: { title: 'Structure', of: structure },
  typing: { title: 'Typing', of: typing },
  documentation: { title: 'Documentation', of: documentation },
};

/** Every term of a package, values rounded to two digits. @throws when the blueprint has no weight for a term */
export function scoreTerms(analysis: Analysis): ScoreTerm[] {
  return Object.entries(TERMS).map(([id, { title, of }]) => {
    const weight = analysis.blueprint.onboarding.weights[id];
    if (weight === undefined) throw new Error(`the blueprint has no weight for the term ${id}`);
    const { value, evidence } = of(analysis);
    return { id, title, weight, value: rounded(value), evidence };
  });
}

/** Weighted mean, two digits. */
export function totalScore(terms: readonly ScoreTerm[]): number {
  const weights = terms.reduce((sum, term) => sum + term.weight, 0);
  return rounded(terms.reduce((sum, term) => sum + term.weight * term.value, 0) / weights);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
