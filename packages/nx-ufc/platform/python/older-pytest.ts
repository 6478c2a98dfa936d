import type { ProjectFacts } from '../../core/project/types';

/**
 * Parameters of hooks that pytest 9 has no more
 * (https://docs.pytest.org/en/stable/deprecations.html#py-path-local-arguments-for-hooks-replaced-with-pathlib-path).
 */
const REMOVED_IN_9: Readonly<Record<string, string>> = {
  pytest_ignore_collect: 'path',
  pytest_collect_file: 'path',
  pytest_pycollect_makemodule: 'path',
  pytest_report_header: 'startdir',
  pytest_report_collectionfinish: 'startdir',
};

/** Warned of since pytest 9, which ends suites that take warnings for errors (https://docs.pytest.org/en/stable/deprecations.html#config-inicfg). */
const DEPRECATED_IN_9 = /(^|\.)config\.inicfg\./;

/** The range of pytest that a suite asks for without saying it: a conftest.py of before does not load in a newer one. */
export function olderPytest({ facts }: ProjectFacts): string | null {
  const isOld = [...facts].some(
    ([path, { functions, calls }]) =>
      /(^|\/)conftest\.py$/.test(path) &&
      (calls.some(({ callee }) => DEPRECATED_IN_9.test(callee)) ||
        functions.some(
          ({ name, parameters, parentScope }) =>
            parentScope === 0 && parameters.some((parameter) => parameter.name === REMOVED_IN_9[name]),
        )),
  );
  return isOld ? 'pytest<9' : null;
}
