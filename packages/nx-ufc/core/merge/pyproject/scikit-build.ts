import type { Operation } from '../data/operation';
import type { DataPath, DataValue } from '../data/value';
import type { PyprojectChange, Table } from './types';
import { isTable, listAt, tableAt } from './types';

const BASE = ['tool', 'scikit-build'];

/**
 * What scikit-build-core needs (https://scikit-build-core.readthedocs.io/en/latest/configuration/index.html): by itself it finds
 * `src/NAME`; where packages are listed the new one is. Patterns and files of the wheel begin at the package, not at the project.
 */
export function scikitBuild(data: Table, change: PyprojectChange): Operation[] {
  const wheel = tableAt(data, ...BASE, 'wheel');
  const location = `${change.sourceRoot}/${change.package}`;
  const reason = 'where scikit-build-core finds the package';
  const operations: Operation[] = [];
  const set = (path: DataPath, value: DataValue, reason: string) =>
    operations.push({ op: 'set', path: [...BASE, ...path], value, reason });
  if (Array.isArray(wheel.packages) && wheel.packages.length > 0)
    set(['wheel', 'packages'], [location], reason);
  else if (isTable(wheel.packages)) set(['wheel', 'packages'], { [change.package]: location }, reason);
  const folder = inWheel(wheel['install-dir'], change);
  if (folder !== null) set(['wheel', 'install-dir'], folder, 'package that compiled modules go to');
  listAt(data, ...BASE, 'wheel', 'exclude').forEach((pattern, i) => {
    const after = inWheel(pattern, change);
    if (after !== null) set(['wheel', 'exclude', i], after, `"${String(pattern)}" moved`);
  });
  listAt(data, ...BASE, 'generate').forEach((entry, i) => {
    const path = isTable(entry) ? entry.path : null;
    const isSource = isTable(entry) && entry.location === 'source';
    const after = isSource ? mapped(path, change) : inWheel(path, change);
    if (after !== null) set(['generate', i, 'path'], after, `"${String(path)}" moved`);
  });
  return operations;
}

/** A provider of the version runs whether or not one is written down, and is refused then. */
export function versionProviders(data: Table): Operation[] {
  const reason = 'the version is written down';
  const metadata = tableAt(data, ...BASE, 'metadata');
  const listed = listAt(data, 'tool', 'dynamic-metadata');
  const others = listed.filter((entry) => !isTable(entry) || entry.field !== 'version');
  const operations: Operation[] = [];
  if ('version' in metadata)
    operations.push({ op: 'remove', path: [...BASE, 'metadata', 'version'], reason });
  if (listed.length > 0 && others.length === 0)
    operations.push({ op: 'remove', path: ['tool', 'dynamic-metadata'], reason });
  else
    for (let i = listed.length - 1; i >= 0; i--)
      if (!others.includes(listed[i]))
        operations.push({ op: 'remove', path: ['tool', 'dynamic-metadata', i], reason });
  return operations;
}

/** A path of the project. */
function mapped(path: unknown, change: PyprojectChange): string | null {
  return typeof path === 'string' ? change.mapPath(path) : null;
}

/** A path in the wheel: a file of the package, what is made beside it, or a folder. */
function inWheel(path: unknown, change: PyprojectChange): string | null {
  if (typeof path !== 'string' || !change.oldRoots.includes(path.split('/')[0])) return null;
  for (const folder of ['', 'src/', 'python/', 'lib/']) {
    const target = change.mapPath(folder + path);
    if (target !== null) return target.replace(`${change.sourceRoot}/`, '');
  }
  const parts = path.split('/');
  const isFolder = !/[.*]/.test(parts.at(-1)!);
  const home = change.mapModule((isFolder ? parts : parts.slice(0, -1)).join('.'));
  return home === null ? null : [...home.split('.'), ...(isFolder ? [] : parts.slice(-1))].join('/');
}
