import type { Term } from './types';

/** A part of a whole as a value with its evidence; of nothing, all holds. */
export function share(part: number, whole: number, what: string): ReturnType<Term> {
  return {
    value: whole === 0 ? 1 : part / whole,
    evidence: whole === 0 ? `no ${what}` : `${part} of ${whole} ${what}`,
  };
}
