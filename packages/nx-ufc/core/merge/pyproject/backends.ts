import type { Operation } from '../data/operation';
import type { PyprojectChange, Table } from './types';
import { isTable, listAt, tableAt } from './types';

type BackendRule = (data: Table, change: PyprojectChange) => Operation[];

/** What each build backend needs to find a package that moved; by the module that `build-backend` names. */
const BACKENDS: [RegExp, BackendRule][] = [
  [/^(setuptools|pbr)/, setuptools],
  [/^hatchling/, hatchling],
  [/^flit/, flit],
  [/^poetry/, poetry],
  [/^pdm/, pdm],
  [/^uv_build/, uv],
];

/** The edits of the build backend's tables; null when the backend is not known. */
export function backendEdits(backend: string, data: Table, change: PyprojectChange): Operation[] | null {
  return BACKENDS.find(([pattern]) => pattern.test(backend))?.[1](data, change) ?? null;
}

function setuptools(data: Table, change: PyprojectChange): Operation[] {
  const operations: Operation[] = [];
  const base = ['tool', 'setuptools'];
  const settings = tableAt(data, ...base);
  const reason = 'where setuptools finds the package';
  const find = isTable(settings.packages) ? tableAt(settings.packages, 'find') : null;
  if (Array.isArray(settings.packages))
    operations.push({ op: 'set', path: [...base, 'packages'], value: [...change.packages], reason });
  else if (find) {
    operations.push({
      op: 'set',
      path: [...base, 'packages', 'find', 'where'],
      value: [change.sourceRoot],
      reason,
    });
    if (find.include)
      operations.push({
        op: 'set',
        path: [...base, 'packages', 'find', 'include'],
        value: [`${change.package}*`],
        reason,
      });
  }
  const inSetup = new Set(settings.packages === undefined ? change.codeInSetup : []);
  if (inSetup.size > 0) {
    const reason = 'stands above what setup.py says';
    const where = [change.sourceRoot];
    operations.push({ op: 'set', path: [...base, 'packages', 'find', 'where'], value: where, reason });
    if (inSetup.has('py_modules'))
      operations.push({ op: 'set', path: [...base, 'py-modules'], value: [], reason });
  } else if (listAt(settings, 'py-modules').length > 0)
    operations.push({ op: 'remove', path: [...base, 'py-modules'], reason });
  const folders = tableAt(settings, 'package-dir');
  for (const key of Object.keys(folders))
    if (key !== '') operations.push({ op: 'remove', path: [...base, 'package-dir', key], reason });
  if (Array.isArray(settings.packages) || Object.keys(folders).length > 0) {
    operations.push({ op: 'set', path: [...base, 'package-dir', ''], value: change.sourceRoot, reason });
  }
  return [...operations, ...packageData(settings, change)];
}

/** Patterns are relative to their package; the data went deeper into it, so they match at any depth. */
function packageData(settings: Table, change: PyprojectChange): Operation[] {
  const operations: Operation[] = [];
  const base = ['tool', 'setuptools', 'package-data'];
  for (const [name, patterns] of Object.entries(tableAt(settings, 'package-data'))) {
    const target = change.mapModule(name);
    if (target === null) continue;
    operations.push({ op: 'rename', path: [...base, name], name: change.package, reason: `data of ${name}` });
    const anywhere = (Array.isArray(patterns) ? patterns : []).map((pattern) =>
      /^\*\*\//.test(String(pattern)) || !/[/*]/.test(String(pattern)) ? String(pattern) : `**/${pattern}`,
    );
    operations.push({
      op: 'set',
      path: [...base, change.package],
      value: anywhere,
      reason: 'data moved with the modules that open it',
    });
  }
  for (const pattern of change.packageData)
    operations.push({
      op: 'append',
      path: [...base, change.package],
      value: pattern,
      reason: 'files that ship',
    });
  return operations;
}

function hatchling(data: Table, change: PyprojectChange): Operation[] {
  const base = ['tool', 'hatch', 'build', 'targets', 'wheel'];
  const wheel = tableAt(data, ...base);
  const operations: Operation[] = [];
  const location = `${change.sourceRoot}/${change.package}`;
  operations.push({
    op: 'set',
    path: [...base, 'packages'],
    value: [location],
    reason: 'where hatchling finds the package',
  });
  for (const key of ['only-include', 'sources']) {
    if (wheel[key] !== undefined)
      operations.push({
        op: 'remove',
        path: [...base, key],
        reason: `replaced by packages = ["${location}"]`,
      });
  }
  return [...operations, ...hatchIncludes(data, change, location)];
}

/** Where the files to pack are listed one by one (https://hatch.pypa.io/latest/config/build/#patterns), those that were made must be among them. */
function hatchIncludes(data: Table, { mapPath }: PyprojectChange, location: string): Operation[] {
  const build = ['tool', 'hatch', 'build'];
  const isWhole = (item: unknown) => {
    const path = String(item).replace(/^\/|\/$/g, '');
    return path === location || mapPath(path) === location;
  };
  return [build, [...build, 'targets', 'wheel'], [...build, 'targets', 'sdist']]
    .filter((base) => {
      const { include } = tableAt(data, ...base);
      return Array.isArray(include) && !include.some(isWhole);
    })
    .map((base) => ({
      op: 'append',
      path: [...base, 'include'],
      value: `/${location}`,
      reason: 'hatchling packs the whole package',
    }));
}

function flit(data: Table, change: PyprojectChange): Operation[] {
  const module = tableAt(data, 'tool', 'flit', 'module').name;
  const old = tableAt(data, 'tool', 'flit', 'metadata').module;
  if (typeof old === 'string')
    return [{ op: 'set', path: ['tool', 'flit', 'metadata', 'module'], value: change.package }];
  return module === undefined
    ? []
    : [
        {
          op: 'set',
          path: ['tool', 'flit', 'module', 'name'],
          value: change.package,
          reason: 'the module that flit packs',
        },
      ];
}

function poetry(data: Table, change: PyprojectChange): Operation[] {
  const packages = listAt(data, 'tool', 'poetry', 'packages');
  const reason = 'where Poetry finds the package';
  const operations: Operation[] = [];
  let placed = false;
  packages.forEach((entry, i) => {
    if (!isTable(entry) || typeof entry.include !== 'string') return;
    const folder = typeof entry.from === 'string' ? `${entry.from}/${entry.include}` : entry.include;
    const target = change.mapPath(folder);
    if (target === null || target === folder) return;
    operations.push({
      op: 'set',
      path: ['tool', 'poetry', 'packages', i, 'include'],
      value: change.package,
      reason,
    });
    operations.push({
      op: 'set',
      path: ['tool', 'poetry', 'packages', i, 'from'],
      value: change.sourceRoot,
      reason,
    });
    placed = true;
  });
  if (!placed)
    operations.push({
      op: 'append',
      path: ['tool', 'poetry', 'packages'],
      value: { include: change.package, from: change.sourceRoot },
      reason,
    });
  return operations;
}

function pdm(data: Table, change: PyprojectChange): Operation[] {
  const build = tableAt(data, 'tool', 'pdm', 'build');
  const operations: Operation[] = [
    {
      op: 'set',
      path: ['tool', 'pdm', 'build', 'package-dir'],
      value: change.sourceRoot,
      reason: 'where PDM finds the package',
    },
  ];
  if (build.includes)
    operations.push({
      op: 'append',
      path: ['tool', 'pdm', 'build', 'includes'],
      value: `${change.sourceRoot}/${change.package}`,
    });
  return operations;
}

function uv(data: Table, change: PyprojectChange): Operation[] {
  const settings = tableAt(data, 'tool', 'uv', 'build-backend');
  const operations: Operation[] = [];
  if (settings['module-name'] !== undefined)
    operations.push({
      op: 'set',
      path: ['tool', 'uv', 'build-backend', 'module-name'],
      value: change.package,
    });
  if (settings['module-root'] !== undefined)
    operations.push({
      op: 'set',
      path: ['tool', 'uv', 'build-backend', 'module-root'],
      value: change.sourceRoot,
    });
  return operations;
}
