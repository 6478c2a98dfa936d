import type { Expr } from '../python';
import { dotted } from './setup-names';
import { isTable, type Value } from './setup-values';

/** What setuptools runs when a wheel is built or the project is installed for development. */
const BUILDS = /^(build(_\w+)?|install(_\w+)?|bdist_wheel|develop|editable_wheel|egg_info|dist_info)$/;
/** Its commands write the version down, which is known. */
const OF_VERSIONS = /^(versioneer|versioningit)\./;

/**
 * Commands of setup.py that do more when the package is built than setuptools does (`cmdclass`); null when there are none, an empty list when
 * only running code could tell their names.
 */
export function ownCommands(value: Value, expr: Expr): string[] | null {
  if (expr.type === 'Call' && OF_VERSIONS.test(dotted(expr.func))) return null;
  if (!isTable(value)) return [];
  const names = Object.keys(value).filter((name) => BUILDS.test(name));
  const isOpen = Object.hasOwn(value, '');
  return names.length > 0 || isOpen ? names : null;
}
