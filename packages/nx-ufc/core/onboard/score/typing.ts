import type { FunctionFact } from '../../python/facts/types';
import { share } from '../share';
import { publicFunctions } from '../shipped';
import type { Term } from '../types';

/** Public functions with every parameter and the result annotated. */
export const typing: Term = (analysis) => {
  const functions = publicFunctions(analysis);
  return share(functions.filter(isTyped).length, functions.length, 'public functions are typed');
};

function isTyped({ class: owner, decorators, parameters, returns }: FunctionFact): boolean {
  const isBound = owner >= 0 && !decorators.some((decorator) => decorator.name === 'staticmethod');
  return returns !== null && parameters.slice(isBound ? 1 : 0).every(({ annotation }) => annotation !== null);
}
