import type { SourceTree } from '../project/types';
import { cargoManifest, isMaturin } from './compiled';
import { fileConstant, moduleConstant } from './module-constant';
import { requirementsOf } from './requirements-file';
import { list, table, text, type Table } from './toml-values';
import type { Dependency, ProjectMetadata } from './types';

const FILE = 'pyproject.toml';

/**
 * A version that the build backend looks up in a file: setuptools' `attr` and `file`, hatch's and PDM's `path`, flit's module, the crate. What comes from
 * version control is not there to be found.
 */
export function dynamicVersion(data: Table, tree: SourceTree): string | null {
  const tool = table(data.tool);
  const setuptools = table(setuptoolsDynamic(tool).version);
  const attribute = text(setuptools.attr);
  if (attribute !== null) {
    const at = attribute.lastIndexOf('.');
    return moduleConstant(tree, attribute.slice(0, at), attribute.slice(at + 1));
  }
  const [file] = list(setuptools.file).length > 0 ? list(setuptools.file) : [setuptools.file];
  if (typeof file === 'string') return contentOf(tree, file);
  const path = text(table(table(tool.hatch).version).path) ?? text(table(table(tool.pdm).version).path);
  if (path !== null) return fileConstant(tree, path, '__version__') ?? fileConstant(tree, path, 'VERSION');
  return flitVersion(data, tree) ?? maturinVersion(data, tree);
}

/** That of the crate (https://www.maturin.rs/metadata). */
function maturinVersion(data: Table, tree: SourceTree): string | null {
  return isMaturin(data) ? (cargoManifest(table(table(data.tool).maturin), tree)?.version ?? null) : null;
}

/** `__version__` of the module (https://flit.pypa.io/en/stable/pyproject_toml.html). */
function flitVersion(data: Table, tree: SourceTree): string | null {
  if (!/^flit/.test(text(table(data['build-system'])['build-backend']) ?? '')) return null;
  const flit = table(table(data.tool).flit);
  const module =
    text(table(flit.module).name) ?? text(table(flit.metadata).module) ?? text(table(data.project).name);
  return module === null ? null : moduleConstant(tree, module.replaceAll('-', '_'), '__version__');
}

function contentOf(tree: SourceTree, path: string): string | null {
  const file = tree.files.find((candidate) => candidate.path === path);
  return file ? Buffer.from(file.bytes).toString('utf8').trim() : null;
}

/** Requirements files that setuptools or hatch take the dependencies from. @param data of pyproject.toml */
export function dependencyFiles(data: Table): string[] {
  const tool = table(data.tool);
  const hatch = table(table(table(table(tool.hatch).metadata).hooks).requirements_txt);
  return [
    ...files(table(setuptoolsDynamic(tool).dependencies).file),
    ...files(hatch.files),
    ...files(hatch.filename),
  ];
}

function setuptoolsDynamic(tool: Table): Table {
  return table(table(tool.setuptools).dynamic);
}

function files(value: unknown): string[] {
  return (text(value) !== null ? [value] : list(value)).map(String);
}

/** Dependencies that setuptools or hatch take from requirements files. */
export function dynamicDependencies(data: Table, tree: SourceTree): Dependency[] {
  const dynamic = setuptoolsDynamic(table(data.tool));
  const extras = Object.entries(table(dynamic['optional-dependencies']));
  return [
    ...dependencyFiles(data).flatMap((path) => requirementsOf(tree, path, 'main')),
    ...extras.flatMap(([extra, value]) =>
      files(table(value).file).flatMap((path) => requirementsOf(tree, path, extra)),
    ),
  ];
}

/** What `dynamic` leaves to the backend and no file told. */
export function unsettled(
  project: Table,
  version: string | null,
  dependencies: readonly Dependency[],
): ProjectMetadata['unknown'] {
  const settled: Record<string, boolean> = {
    version: version !== null,
    dependencies: dependencies.some(({ group }) => group === 'main'),
    'optional-dependencies': false,
    scripts: false,
    'entry-points': false,
    'requires-python': false,
  };
  return list(project.dynamic)
    .map(String)
    .filter((key) => settled[key] === false)
    .map((key) => ({
      key,
      file: FILE,
      reason: `${key} is dynamic: the build backend or one of its plugins decides`,
    }));
}
