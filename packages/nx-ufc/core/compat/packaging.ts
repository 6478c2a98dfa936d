import type { EditResult, Operation } from '../merge/data/operation';
import { editToml } from '../merge/toml/edit';
import { plainData } from '../merge/toml/plain';
import type { DataPath, DataValue } from '../merge/data/value';
import { isTable, listAt, tableAt, type Table } from '../merge/pyproject/types';

/** Where a build backend lists import packages, and how it names one. */
interface PackageList {
  path: DataPath;
  item(root: string): DataValue;
}

/**
 * Let a distribution ship more top-level packages beside its own, or no longer.
 * @returns the edited pyproject.toml; a conflict where the build backend packs one package only
 */
export function shipPackages(
  text: string,
  sourceRoot: string,
  own: string,
  roots: readonly string[],
  mode: 'add' | 'remove',
): EditResult {
  const data = plainData(text.replace(/^\uFEFF/, ''));
  const lists = packageLists(data, sourceRoot, own);
  if (lists === null)
    return {
      ok: false,
      conflict: notShipped(backendOf(data)),
      operation: { op: 'set', path: [], value: '' },
    };
  const operations = lists.flatMap((list) =>
    mode === 'add' ? additions(data, list, own, roots) : removals(data, list, own, roots),
  );
  return editToml(text, operations);
}

function backendOf(data: Table): string {
  return String(tableAt(data, 'build-system')['build-backend'] ?? 'setuptools');
}

function notShipped(backend: string): string {
  const reason = /^flit/.test(backend)
    ? 'flit packs one package only'
    : `how ${backend} is told what to pack is not known here`;
  return `${reason}, so the old name cannot ship with it: leave out --compat=shim, or let another backend build the package first. For hatchling that is requires = ["hatchling"] and build-backend = "hatchling.build" in [build-system], and in [project] what the other backend reads elsewhere (version, description)`;
}

function packageLists(data: Table, sourceRoot: string, own: string): PackageList[] | null {
  const backend = backendOf(data);
  const located = (root: string) => `${sourceRoot}/${topOf(root)}`;
  if (/^hatchling/.test(backend)) return hatchLists(data, located, located(own));
  if (/^poetry/.test(backend))
    return [
      { path: ['tool', 'poetry', 'packages'], item: (root) => ({ include: topOf(root), from: sourceRoot }) },
    ];
  if (/^uv_build/.test(backend))
    return [{ path: ['tool', 'uv', 'build-backend', 'module-name'], item: (root) => root }];
  if (/^pdm/.test(backend))
    return tableAt(data, 'tool', 'pdm', 'build').includes
      ? [{ path: ['tool', 'pdm', 'build', 'includes'], item: located }]
      : [];
  return /^setuptools/.test(backend) ? setuptoolsLists(data) : null;
}

/** Folders are shipped as a whole: a namespace with the package below it. */
function topOf(root: string): string {
  return root.split('.')[0];
}

/** `include` and its like restrict what `packages` names, in the wheel and in the sdist that it is built from. */
function hatchLists(data: Table, item: PackageList['item'], own: string): PackageList[] {
  const wheel = ['tool', 'hatch', 'build', 'targets', 'wheel'];
  const lists: PackageList[] = [{ path: [...wheel, 'packages'], item }];
  for (const table of [wheel, [...wheel.slice(0, -1), 'sdist'], wheel.slice(0, 3)]) {
    for (const key of ['include', 'only-include']) {
      const patterns = listAt(data, ...table, key).map((pattern) => String(pattern).replace(/^\//, ''));
      if (patterns.includes(own)) lists.push({ path: [...table, key], item });
    }
  }
  return lists;
}

/** Without any setting, setuptools finds every package below `src` by itself. */
function setuptoolsLists(data: Table): PackageList[] {
  const base = ['tool', 'setuptools', 'packages'];
  const settings = tableAt(data, 'tool', 'setuptools').packages;
  if (Array.isArray(settings)) return [{ path: base, item: (root) => root }];
  return isTable(settings) && tableAt(settings, 'find').include
    ? [{ path: [...base, 'find', 'include'], item: (root) => `${root}*` }]
    : [];
}

/** uv names one module as a text, several as a list; a list that is not there names the package itself. */
function additions(data: Table, list: PackageList, own: string, roots: readonly string[]): Operation[] {
  const key = String(list.path[list.path.length - 1]);
  const present = tableAt(data, ...list.path.slice(0, -1).map(String))[key];
  const items = new Map(roots.map((root) => [JSON.stringify(list.item(root)), list.item(root)]));
  if (!Array.isArray(present))
    return [{ op: 'set', path: list.path, value: [list.item(own), ...items.values()] }];
  return [...items.values()].map((value) => ({ op: 'append', path: list.path, value }));
}

function removals(data: Table, list: PackageList, own: string, roots: readonly string[]): Operation[] {
  const present = listAt(data, ...list.path.map(String));
  const dropped = new Set(roots.map((root) => JSON.stringify(list.item(root))));
  const at = present.flatMap((item, i) => (dropped.has(JSON.stringify(item)) ? [i] : []));
  if (at.length === 0) return [];
  if (list.path[list.path.length - 1] === 'module-name') return [{ op: 'set', path: list.path, value: own }];
  return at.reverse().map((i) => ({ op: 'remove', path: [...list.path, i] }));
}
