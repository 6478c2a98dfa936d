import { share } from '../share';
import { publicFunctions, shippedModules } from '../shipped';
import type { Term } from '../types';

/** Public functions and classes with a docstring. */
export const documentation: Term = (analysis) => {
  const classes = shippedModules(analysis)
    .flatMap(({ facts }) => facts.classes)
    .filter(({ name }) => !name.startsWith('_'));
  const all = [...publicFunctions(analysis), ...classes];
  return share(all.filter((one) => one.docstring).length, all.length, 'public definitions have a docstring');
};
