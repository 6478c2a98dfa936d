import type { FileFacts } from '../python/facts/types';

/**
 * Is a file that is called like a test one of settings: `settings/test.py`, which takes those of another module of the package and sets some
 * anew (https://docs.djangoproject.com/en/stable/topics/settings/#creating-your-own-settings)? It defines nothing, least of all tests.
 */
export function isSettingsModule({ path, imports, assignments, functions, classes }: FileFacts): boolean {
  return (
    /\/tests?\.py$/.test(path) &&
    functions.length + classes.length === 0 &&
    imports.some(({ kind, names }) => kind === 'from' && names.some(({ name }) => name === '*')) &&
    assignments.every(({ target }) => /^[A-Z]/.test(target))
  );
}
