import type { ProjectFacts } from '../project/types';
import type { MigrationMap, ReviewItem } from './types';

/** Arguments of `setup()` that modules are compiled by: setuptools, cffi, setuptools-rust, mypyc's and Cython's lists go to the first. */
const COMPILED = new Set(['ext_modules', 'cffi_modules', 'rust_extensions']);

/**
 * Modules that a setup.py compiles, which does not come along: nothing builds them until a person says how. Modules that import them and have
 * another way without them take that one.
 */
export function extensionModules({ facts }: ProjectFacts, map: MigrationMap): ReviewItem[] {
  const left = map.modules.some(({ source, target }) => source === 'setup.py' && target === null);
  return (left ? (facts.get('setup.py')?.calls ?? []) : []).flatMap(
    ({ callee, arguments: given, line, column }) => {
      const keyword = given.find((one) => COMPILED.has(one.keyword ?? ''))?.keyword;
      if (!keyword || !/(^|\.)setup$/.test(callee)) return [];
      const message = `setup.py compiles modules (${keyword}), and does not come along: nothing builds them now`;
      return [{ path: 'setup.py', line, column, rule: 'EXTENSION_MODULES', message }];
    },
  );
}
