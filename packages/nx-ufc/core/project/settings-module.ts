import type { FileFacts } from '../python/facts/types';
import { isTestFile } from './layout';
import { leafOf } from './module-name';

/**
 * Is a file that is called like a test one of settings: `settings/test.py`, which takes those of another module of the package and sets some
 * anew (https://docs.djangoproject.com/en/stable/topics/settings/#creating-your-own-settings)? It defines nothing, least of all tests, and gathers none from others.
 */
export function isSettingsModule({ path, imports, assignments, functions, classes }: FileFacts): boolean {
  const wholes = imports.filter(
    ({ kind, names }) => kind === 'from' && names.some(({ name }) => name === '*'),
  );
  return (
    /\/tests?\.py$/.test(path) &&
    functions.length + classes.length === 0 &&
    wholes.length > 0 &&
    !wholes.some(({ module }) => isTestFile(`${leafOf(module)}.py`)) &&
    assignments.every(({ target }) => /^[A-Z]/.test(target))
  );
}
