import { share } from '../share';
import { shippedFunctions, shippedModules } from '../shipped';
import type { Term } from '../types';

/** Functions within the hard limits of the blueprint; a file that does not parse counts as one that is not. */
export const quality: Term = (analysis) => {
  const { complexity, functionLength, parameters } = analysis.blueprint.limits;
  const functions = shippedFunctions(analysis);
  const broken = shippedModules(analysis).filter(({ facts }) => facts.parseErrors.length > 0).length;
  const within = functions.filter(
    (one) =>
      one.complexity <= complexity.hard &&
      one.endLine - one.defLine + 1 <= functionLength.hard &&
      one.parameters.length <= parameters.hard,
  );
  return share(within.length, functions.length + broken, 'functions within the limits');
};
