import { plainData } from '../merge/toml/plain';
import { UsageError } from '../errors';
import type { SourceTree } from '../project/types';
import { compiledModules } from './compiled';
import { dynamicDependencies, dynamicVersion, unsettled } from './dynamic';
import { entryPointsOf } from './entry-points';
import { poetryBackend, poetryDependencies, poetryExtras, poetryPackages, pythonOf } from './poetry';
import { dependenciesOf } from './requirement';
import { placesInPyproject } from './source-folders';
import { list, strings, table, text, type Table } from './toml-values';
import { textAt } from './tree-text';
import type { Dependency, ProjectMetadata } from './types';

const FILE = 'pyproject.toml';

/** Metadata of a pyproject.toml: PEP 621, PEP 735 groups, Poetry, flit's old tables. @throws UsageError on invalid TOML */
export function readPyproject(source: string, tree: SourceTree): Partial<ProjectMetadata> {
  const data = withHatch(parsed(source, FILE), tree);
  const project = table(data.project);
  const tool = table(data.tool);
  const poetry = table(tool.poetry);
  const flit = table(table(tool.flit).metadata);
  const version = text(project.version) ?? text(poetry.version) ?? dynamicVersion(data, tree);
  const dependencies = [
    ...pep621(project),
    ...groups(table(data['dependency-groups'])),
    ...poetryDependencies(poetry),
    ...flitDependencies(flit),
    ...dynamicDependencies(data, tree),
    ...developmentGroups(tool),
  ];
  const extras = [project['optional-dependencies'], flit['requires-extra']].map(table).flatMap(Object.keys);
  return {
    name: text(project.name) ?? text(poetry.name) ?? text(flit['dist-name']) ?? text(flit.module),
    version,
    description: text(project.description) ?? text(poetry.description),
    requiresPython: text(project['requires-python']) ?? pythonOf(poetry),
    license: text(project.license) ?? text(table(project.license).text) ?? text(poetry.license),
    dependencies,
    extras: [...extras, ...poetryExtras(poetry), ...dynamicExtras(tool)],
    scripts: { ...strings(table(poetry.scripts)), ...strings(table(project.scripts)) },
    entryPoints: [
      ...entryPointsOf({ console_scripts: project.scripts, gui_scripts: project['gui-scripts'] }, FILE),
      ...entryPointsOf(table(project['entry-points']), FILE),
      ...entryPointsOf({ console_scripts: poetry.scripts ?? table(tool.flit).scripts }, FILE),
      ...entryPointsOf(table(poetry.plugins), FILE),
      ...entryPointsOf(table(table(tool.flit).entrypoints), FILE),
    ],
    packages: packagesOf(data),
    ...placesInPyproject(data),
    ...(data['build-system'] === undefined
      ? poetryBackend(data, tree)
      : builtBy(table(data['build-system']))),
    compiledModules: compiledModules(data, tree),
    unknown: unsettled(project, version, dependencies),
  };
}

function builtBy(system: Table): Pick<Partial<ProjectMetadata>, 'backend' | 'buildRequirements'> {
  return {
    backend: text(system['build-backend']) ?? undefined,
    buildRequirements:
      system.requires === undefined
        ? undefined
        : dependenciesOf(list(system.requires), FILE, 'build').map(({ name }) => name),
  };
}

/** Hatch reads a file of its own, too, whose tables go before those in pyproject.toml (https://hatch.pypa.io/latest/intro/#configuration). */
function withHatch(data: Table, tree: SourceTree): Table {
  const own = textAt(tree, 'hatch.toml');
  if (own === null) return data;
  const tool = table(data.tool);
  return { ...data, tool: { ...tool, hatch: { ...table(tool.hatch), ...parsed(own, 'hatch.toml') } } };
}

/** @throws UsageError on invalid TOML */
function parsed(source: string, file: string): Table {
  try {
    return plainData(source) as Table;
  } catch (error) {
    const place = error as { line?: number; column?: number; message: string };
    throw new UsageError(
      `${file}:${place.line ?? 1}:${place.column ?? 1} INVALID_TOML ${place.message.split('\n')[0]}. Correct the file, nothing was changed.`,
    );
  }
}

function pep621(project: Table): Dependency[] {
  const extras = Object.entries(table(project['optional-dependencies']));
  return [
    ...dependenciesOf(list(project.dependencies), FILE, 'main'),
    ...extras.flatMap(([extra, items]) => dependenciesOf(list(items), FILE, extra)),
  ];
}

/** flit before PEP 621. */
function flitDependencies(flit: Table): Dependency[] {
  return [
    ...dependenciesOf(list(flit.requires), FILE, 'main'),
    ...Object.entries(table(flit['requires-extra'])).flatMap(([extra, items]) =>
      dependenciesOf(list(items), FILE, extra),
    ),
  ];
}

function dynamicExtras(tool: Table): string[] {
  return Object.keys(table(table(table(tool.setuptools).dynamic)['optional-dependencies']));
}

/** Groups for development from before PEP 735: PDM's, uv's, and the environments of hatch. */
function developmentGroups(tool: Table): Dependency[] {
  const pdm = Object.entries(table(table(tool.pdm)['dev-dependencies']));
  const hatch = Object.entries(table(table(tool.hatch).envs)).map(([name, env]): [string, unknown] => [
    name,
    [...list(table(env).dependencies), ...list(table(env)['extra-dependencies'])],
  ]);
  return [...pdm, ...hatch, ['dev', table(tool.uv)['dev-dependencies']] as [string, unknown]].flatMap(
    ([group, items]) => dependenciesOf(list(items), FILE, group),
  );
}

/** PEP 735; `{include-group = …}` is followed. */
function groups(all: Table): Dependency[] {
  const expand = (name: string, seen: string[]): unknown[] =>
    list(all[name]).flatMap((item) => {
      const included = text(table(item)['include-group']);
      return included && !seen.includes(included) ? expand(included, [...seen, included]) : [item];
    });
  return Object.keys(all).flatMap((name) => dependenciesOf(expand(name, [name]), FILE, name));
}

function packagesOf(data: Table): string[] {
  const tool = table(data.tool);
  const setuptools = table(tool.setuptools);
  const poetry = poetryPackages(tool).map(({ include }) => text(include));
  const hatch = list(table(table(table(table(tool.hatch).build).targets).wheel).packages).map((item) =>
    String(item).split('/').pop(),
  );
  // Other files, data and tests may be included, too.
  const pdm = list(table(table(tool.pdm).build).includes).map(
    (item) => /^(\w+)\.py$/.exec(String(item))?.[1],
  );
  const flit = [text(table(table(tool.flit).module).name), text(table(table(tool.flit).metadata).module)];
  const named = [
    ...list(setuptools.packages),
    ...list(setuptools['py-modules']),
    ...poetry,
    ...hatch,
    ...pdm,
    ...flit,
  ];
  return named.filter((name): name is string => typeof name === 'string' && /^[A-Za-z_][\w.]*$/.test(name));
}
