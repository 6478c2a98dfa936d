import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import type { PyprojectChange, Table } from './types';
import { isTable, listAt, tableAt } from './types';

const BASE = ['tool', 'setuptools'];
const REASON = 'where setuptools finds the package';

/** What setuptools needs to find a package that moved, and its data. */
export function setuptools(data: Table, change: PyprojectChange, metadata: ProjectMetadata): Operation[] {
  const settings = tableAt(data, ...BASE);
  return [
    ...packagesOf(settings, change, metadata),
    ...packageData(settings, change, metadata.setupPackageData),
    ...trackedData(settings, change, metadata),
  ];
}

/** Plugins that tell setuptools of all files in version control (https://setuptools.pypa.io/en/latest/userguide/extension.html#adding-support-for-revision-control-systems). */
const FINDERS = new Set(['setuptools-scm', 'setuptools-git', 'setuptools-hg', 'setuptools-svn']);

/** What version control knows ships. It knows nothing of files that just moved, nor in a build that begins with a source distribution; the package has no others. */
function trackedData(
  settings: Table,
  change: PyprojectChange,
  { buildRequirements }: ProjectMetadata,
): Operation[] {
  if (settings['include-package-data'] === false || !buildRequirements.some((name) => FINDERS.has(name)))
    return [];
  const path = [...BASE, 'package-data', change.package];
  return [{ op: 'append', path, value: '**/*', reason: 'version control told what ships' }];
}

function packagesOf(settings: Table, change: PyprojectChange, metadata: ProjectMetadata): Operation[] {
  const find = isTable(settings.packages) ? tableAt(settings.packages, 'find') : null;
  const folders = tableAt(settings, 'package-dir');
  const inSetup = new Set(settings.packages === undefined ? metadata.codeInSetup : []);
  const operations: Operation[] = [];
  const set = (path: string[], value: DataValue) =>
    operations.push({ op: 'set', path: [...BASE, ...path], value, reason: REASON });
  const remove = (path: string[]) =>
    operations.push({ op: 'remove', path: [...BASE, ...path], reason: REASON });
  // What pyproject.toml says stands instead of what setup.py says (https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html).
  if (inSetup.has('py_modules')) set(['py-modules'], []);
  else if (listAt(settings, 'py-modules').length > 0) remove(['py-modules']);
  if (Array.isArray(settings.packages)) set(['packages'], [...change.packages]);
  if (find || inSetup.size > 0) set(['packages', 'find', 'where'], [change.sourceRoot]);
  if (find?.include) set(['packages', 'find', 'include'], [`${change.package}*`]);
  Object.keys(folders)
    .filter((key) => key !== '')
    .forEach((key) => remove(['package-dir', key]));
  if (Array.isArray(settings.packages) || Object.keys(folders).length > 0 || inSetup.has('package_dir'))
    set(['package-dir', ''], change.sourceRoot);
  return operations;
}

/** Patterns are relative to their package; the data went deeper into it, so they match at any depth. All are those of the one package. */
function packageData(
  settings: Table,
  change: PyprojectChange,
  setupData: Readonly<Record<string, string[]>>,
): Operation[] {
  const operations = ['package-data', 'exclude-package-data'].flatMap((key) =>
    patternsOf(settings, key, change),
  );
  const own = [...BASE, 'package-data', change.package];
  const reason = DATA_MOVED;
  for (const [name, patterns] of Object.entries(setupData))
    if (name === '' || change.mapModule(name) !== null)
      for (const value of anywhere(patterns, true))
        operations.push({ op: 'append', path: own, value, reason });
  for (const value of change.packageData)
    operations.push({ op: 'append', path: own, value, reason: 'files that ship' });
  return operations;
}

const DATA_MOVED = 'data moved with the modules that open it';

/** The patterns of all packages in a table are those of one now. */
function patternsOf(settings: Table, key: string, change: PyprojectChange): Operation[] {
  const base = [...BASE, key];
  const said = tableAt(settings, key);
  const [first, ...others] = Object.keys(said).filter((name) => change.mapModule(name) !== null);
  if (first === undefined) return [];
  const isBroad = key === 'package-data';
  const value = new Set([first, ...others].flatMap((name) => anywhere(said[name], isBroad)));
  return [
    { op: 'rename', path: [...base, first], name: change.package, reason: `data of ${first}` },
    ...others.map((name) => ({ op: 'remove' as const, path: [...base, name], reason: DATA_MOVED })),
    { op: 'set', path: [...base, change.package], value: [...value], reason: DATA_MOVED },
  ];
}

/** @param isBroad whether bare names match at any depth, too: the marker for types lies in the package, and what is left out is left out there alone */
function anywhere(patterns: unknown, isBroad: boolean): string[] {
  const isAtTop = (pattern: string) => !/[/*]/.test(pattern) && (!isBroad || pattern === 'py.typed');
  return (Array.isArray(patterns) ? patterns.map(String) : []).map((pattern) =>
    /^\*\*\//.test(pattern) || isAtTop(pattern) ? pattern : `**/${pattern}`,
  );
}
