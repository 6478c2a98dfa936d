import { PYTEST_SETTINGS } from '../metadata/pytest-settings';
import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

/** Suites in `tests.py` are found by unittest, not by pytest (https://docs.python.org/3/library/unittest.html#test-discovery). */
export const UNITTEST_FILES = ['-o', 'python_files=test*.py *_test.py'];

/** Plugins of today have deprecations of their own, which end a suite that takes every warning for an error before its first test. */
const OWN_WARNINGS = ['-W', 'ignore::pytest.PytestDeprecationWarning'];

/** Options that are tried in turn where no test of a suite passes. @param said the end of what pytest said */
export function otherOptions(project: ProjectFacts, said: string): string[][] {
  const warnings = said.includes('PytestDeprecationWarning') ? [OWN_WARNINGS] : [];
  return [...warnings, UNITTEST_FILES, optionsForCases(project)];
}

/**
 * Options with which pytest finds a suite whose files are all called as unittest looks for them. None where pytest finds one
 * by itself, or is told what files of tests are called.
 * @param paths the files of the suite, those that the factory wrote left out
 */
export function unittestOptions({ tree, modulesByPath }: ProjectFacts, paths: readonly string[]): string[] {
  const names = paths
    .filter((path) => modulesByPath.get(path)?.area === 'test')
    .map((path) => path.slice(path.lastIndexOf('/') + 1));
  if (names.some((name) => /^test_.*\.py$|_test\.py$/.test(name))) return [];
  const isTold = tree.files.some(
    ({ path, bytes }) =>
      PYTEST_SETTINGS.test(path) && Buffer.from(bytes).toString('utf8').includes('python_files'),
  );
  return !isTold && names.some((name) => /^test.*\.py$/.test(name)) ? UNITTEST_FILES : [];
}

/** Options with which pytest finds the files among the tests that define tests, whatever they are called: `run_spec.py`. */
function optionsForCases({ facts, modulesByPath }: ProjectFacts): string[] {
  const names = [...modulesByPath.values()]
    .filter(({ area, path }) => area === 'test' && definesTests(facts.get(path)))
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  return ['-o', `python_files=${[...new Set(names)].sort().join(' ')}`];
}

function definesTests(facts: FileFacts | undefined): boolean {
  return (
    facts !== undefined &&
    (facts.classes.some(({ bases }) => bases.some(({ name }) => name.endsWith('TestCase'))) ||
      facts.functions.some(({ name, parentScope }) => parentScope === 0 && name.startsWith('test_')))
  );
}
