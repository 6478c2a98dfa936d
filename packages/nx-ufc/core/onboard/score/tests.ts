import { publicFunctions } from '../shipped';
import type { Term } from '../types';

/** Test functions against public functions; one for each is enough. */
export const tests: Term = (analysis) => {
  const { project } = analysis;
  const found = [...project.modulesByPath.values()]
    .filter((info) => info.area === 'test')
    .flatMap((info) => project.facts.get(info.path)!.functions)
    .filter((one) => /^test/.test(one.name)).length;
  const functions = publicFunctions(analysis).length;
  return {
    value: found === 0 ? 0 : Math.min(1, found / Math.max(1, functions)),
    evidence: `test functions: ${found}, public functions: ${functions}`,
  };
};
