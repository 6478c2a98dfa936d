import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import { pyBuildCmake, whey } from './rare-backends';
import { scikitBuild } from './scikit-build';
import { setuptools } from './setuptools';
import type { PyprojectChange, Table } from './types';
import { isTable, listAt, tableAt } from './types';

type BackendRule = (data: Table, change: PyprojectChange, metadata: ProjectMetadata) => Operation[];

/** What each build backend needs to find a package that moved; by the module that `build-backend` names. */
const BACKENDS: [RegExp, BackendRule][] = [
  [/^(setuptools|pbr|jupyter_packaging|scikit_build_core\.setuptools)/, setuptools],
  [/^scikit_build_core/, scikitBuild],
  [/^hatchling/, hatchling],
  [/^flit/, flit],
  [/^poetry/, poetry],
  [/^pdm/, pdm],
  [/^uv_build/, uv],
  [/^maturin/, maturin],
  [/^py_build_cmake/, pyBuildCmake],
  [/^whey/, whey],
  // What is built and installed says meson.build, which is a reference of its own kind.
  [/^mesonpy/, () => []],
];

/** The edits of the build backend's tables; null when the backend is not known. */
export function backendEdits(
  metadata: ProjectMetadata,
  data: Table,
  change: PyprojectChange,
): Operation[] | null {
  const name = change.wrappedBackend ?? metadata.backend;
  const rule = BACKENDS.find(([pattern]) => pattern.test(name))?.[1];
  return rule?.(data, change, metadata) ?? null;
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
function hatchIncludes(
  data: Table,
  { mapPath, oldRoots, sourceRoot }: PyprojectChange,
  location: string,
): Operation[] {
  const build = ['tool', 'hatch', 'build'];
  const reason = 'hatchling packs the whole package';
  const folderOf = (item: unknown) =>
    String(item)
      .replace(/^\//, '')
      .replace(/\/(\*\*(\/\*)?)?$/, '');
  const isWhole = (path: string) => `${location}/`.startsWith(`${path}/`) || mapPath(path) === location;
  // A namespace whose one package moved has no new place of its own.
  const isLeft = (path: string) =>
    mapPath(path) === null && oldRoots.some((root) => path === root || path === `${sourceRoot}/${root}`);
  return [build, [...build, 'targets', 'wheel'], [...build, 'targets', 'sdist']].flatMap(
    (base): Operation[] => {
      const { include } = tableAt(data, ...base);
      if (!Array.isArray(include)) return [];
      const folders = include.map(folderOf);
      if (folders.some(isWhole)) return [];
      const left = folders.findIndex(isLeft);
      if (left < 0) return [{ op: 'append', path: [...base, 'include'], value: `/${location}`, reason }];
      const value = String(include[left]).replace(folders[left], location);
      return [{ op: 'set', path: [...base, 'include', left], value, reason }];
    },
  );
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
    // A namespace whose one package moved has no new place of its own.
    const isLeft = target === null && change.oldRoots.includes(entry.include.split('/')[0]);
    if (!isLeft && (target === null || target === folder)) return;
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
  const includes = ['tool', 'pdm', 'build', 'includes'];
  const location = `${change.sourceRoot}/${change.package}`;
  // A module by itself cannot be packed beside a package, and is a part of it now. Places in the list change as it gets shorter.
  listAt(data, ...includes).forEach((item, i) => {
    if (/\.py$/.test(String(item)) && change.mapPath(String(item))?.startsWith(`${location}/`))
      operations.unshift({ op: 'remove', path: [...includes, i], reason: 'a part of the package' });
  });
  if (build.includes) operations.push({ op: 'append', path: includes, value: location });
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

/** https://www.maturin.rs/project_layout: the library goes into the package whose name stands before the last dot. */
function maturin(data: Table, change: PyprojectChange, metadata: ProjectMetadata): Operation[] {
  const settings = tableAt(data, 'tool', 'maturin');
  const [compiled = ''] = metadata.compiledModules;
  const module = change.mapModule(compiled);
  const reason = 'where maturin finds the package';
  const set = (key: string, value: DataValue): Operation => ({
    op: 'set',
    path: ['tool', 'maturin', key],
    value,
    reason,
  });
  return [
    set('python-source', change.sourceRoot),
    ...(module === null ? [] : [set('module-name', module)]),
    ...('python-packages' in settings ? [set('python-packages', [change.package])] : []),
  ];
}
