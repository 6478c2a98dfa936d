import { readIni } from './ini';
import { dependenciesOf } from './requirement';
import type { Dependency } from './types';

/**
 * What `[testenv]` of a tox.ini installs for tests, as the group `testenv`. Lines for some environments only, with
 * substitutions, or with options are left out: their meaning depends on how tox is called.
 */
export function toxDependencies(text: string): Dependency[] {
  const deps = readIni(text).find((option) => option.section === 'testenv' && option.key === 'deps');
  const lines = (deps?.value ?? '').split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  return dependenciesOf(
    lines.filter((line) => line && !/^-|[{}]|^[\w,!.-]+:\s/.test(line)),
    'tox.ini',
    'testenv',
  );
}
