import type { ProjectFacts } from './types';

/** Sources of Cython, which pyximport imports as they are, and modules that are compiled already. */
const COMPILED = /^\.(pyx|so|pyd|(cpython|cp|abi)[\w-]*\.(so|pyd))$/;

/**
 * Does the project's setup.py compile a module: `Extension("pkg._speedups", …)`, by setuptools, Cython or setuptools-rust
 * (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html), or does it lie there without being Python? No file of Python
 * holds it.
 */
export function isCompiled({ facts, tree }: ProjectFacts, module: string): boolean {
  const base = module.replaceAll('.', '/');
  const isThere = tree.files.some(({ path }) => {
    const at = path.lastIndexOf(base);
    return (at === 0 || path[at - 1] === '/') && COMPILED.test(path.slice(at + base.length));
  });
  if (isThere) return true;
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
