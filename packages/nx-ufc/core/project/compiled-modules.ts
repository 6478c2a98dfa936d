import type { ProjectFacts } from './types';

/**
 * Does the project's setup.py compile a module: `Extension("pkg._speedups", …)`, by setuptools, Cython or setuptools-rust
 * (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html)? No file of Python holds it.
 */
export function isCompiled({ facts }: ProjectFacts, module: string): boolean {
  const calls = facts.get('setup.py')?.calls ?? [];
  return calls.some(
    ({ callee, arguments: given }) =>
      /Extension$/.test(callee) &&
      given.some(
        ({ keyword, value }, at) =>
          (keyword === 'name' || (keyword === null && at === 0)) &&
          value.kind === 'literal' &&
          value.value === module,
      ),
  );
}
