import type { FileFacts, Span } from '../python/facts/types';
import { defaultOf } from './default-values';
import { parametrized } from './parametrized';
import type { GivenParameter } from './parametrized';

/** The parameter of a function of the file that a literal is for, outside of a call: pytest gives it, or it is the default; null when there is none. */
export function givenParameter(facts: FileFacts, text: string, literal: Span): GivenParameter | null {
  return parametrized(facts, text, literal) ?? defaultOf(facts, text, literal);
}
