import type { Operation } from '../data/operation';
import type { PyprojectChange, Table } from './types';
import { tableAt } from './types';

/** https://tttapa.github.io/py-build-cmake/Config.html: the module has the name of the distribution where none is given. */
export function pyBuildCmake(data: Table, change: PyprojectChange): Operation[] {
  return named(data, change, ['tool', 'py-build-cmake', 'module'], 'name', 'directory');
}

/** https://whey.readthedocs.io/en/latest/configuration.html: so has the package. */
export function whey(data: Table, change: PyprojectChange): Operation[] {
  return named(data, change, ['tool', 'whey'], 'package', 'source-dir');
}

/** A table with the name of the package, which may be left out, and the folder that it lies in. */
function named(
  data: Table,
  change: PyprojectChange,
  base: string[],
  name: string,
  folder: string,
): Operation[] {
  const reason = 'where the build backend finds the package';
  return [
    ...(name in tableAt(data, ...base)
      ? [{ op: 'set' as const, path: [...base, name], value: change.package, reason }]
      : []),
    { op: 'set', path: [...base, folder], value: change.sourceRoot, reason },
  ];
}
