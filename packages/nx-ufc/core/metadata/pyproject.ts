import { plainData } from '../merge/toml/plain';
import { UsageError } from '../errors';
import { entryPointsOf } from './entry-points';
import { dependenciesOf } from './read';
import { requirementsOf } from './requirements-file';
import { normaliseName } from '../project/distributions';
import type { SourceTree } from '../project/types';
import type { Dependency, ProjectMetadata } from './types';

type Table = Record<string, unknown>;
const FILE = 'pyproject.toml';

/** Metadata of a pyproject.toml: PEP 621, PEP 735 groups, Poetry, flit's old tables. @throws UsageError on invalid TOML */
export function readPyproject(source: string, tree: SourceTree): Partial<ProjectMetadata> {
  const data = parsed(source);
  const project = table(data.project);
  const tool = table(data.tool);
  const poetry = table(tool.poetry);
  const flit = table(table(tool.flit).metadata);
  return {
    name: text(project.name) ?? text(poetry.name) ?? text(flit['dist-name']) ?? text(flit.module),
    version: text(project.version) ?? text(poetry.version),
    description: text(project.description) ?? text(poetry.description),
    requiresPython: text(project['requires-python']) ?? text(table(poetry.dependencies).python),
    license: text(project.license) ?? text(table(project.license).text) ?? text(poetry.license),
    dependencies: [
      ...pep621(project),
      ...groups(table(data['dependency-groups'])),
      ...poetryDependencies(poetry),
      ...dependenciesOf(list(flit.requires), FILE, 'main'),
      ...dynamicDependencies(tool, tree),
      ...developmentGroups(tool),
    ],
    scripts: { ...strings(table(poetry.scripts)), ...strings(table(project.scripts)) },
    entryPoints: [
      ...entryPointsOf({ console_scripts: project.scripts, gui_scripts: project['gui-scripts'] }, FILE),
      ...entryPointsOf(table(project['entry-points']), FILE),
      ...entryPointsOf({ console_scripts: poetry.scripts ?? table(tool.flit).scripts }, FILE),
      ...entryPointsOf(table(poetry.plugins), FILE),
      ...entryPointsOf(table(table(tool.flit).entrypoints), FILE),
    ],
    packages: packagesOf(data),
    backend: text(table(data['build-system'])['build-backend']) ?? undefined,
  };
}

function parsed(source: string): Table {
  try {
    return plainData(source) as Table;
  } catch (error) {
    const place = error as { line?: number; column?: number; message: string };
    throw new UsageError(
      `${FILE}:${place.line ?? 1}:${place.column ?? 1} INVALID_TOML ${place.message.split('\n')[0]}. Correct the file, nothing was changed.`,
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

/** Dependencies that setuptools or hatch take from requirements files. */
function dynamicDependencies(tool: Table, tree: SourceTree): Dependency[] {
  const dynamic = table(table(tool.setuptools).dynamic);
  const files = (value: unknown) => (text(value) !== null ? [value] : list(value)).map(String);
  const hatch = table(table(table(table(tool.hatch).metadata).hooks).requirements_txt);
  const extras = Object.entries(table(dynamic['optional-dependencies']));
  return [
    ...[...files(table(dynamic.dependencies).file), ...files(hatch.files)].flatMap((path) =>
      requirementsOf(tree, path, 'main'),
    ),
    ...extras.flatMap(([extra, value]) =>
      files(table(value).file).flatMap((path) => requirementsOf(tree, path, extra)),
    ),
  ];
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

function poetryDependencies(poetry: Table): Dependency[] {
  const read = (items: unknown, group: string): Dependency[] =>
    Object.entries(table(items))
      .filter(([name]) => name !== 'python')
      .map(([name, value]) => ({
        name: normaliseName(name),
        requirement: requirementOf(name, value),
        file: FILE,
        group,
      }));
  const named = Object.entries(table(poetry.group)).flatMap(([group, value]) =>
    read(table(value).dependencies, group),
  );
  return [...read(poetry.dependencies, 'main'), ...read(poetry['dev-dependencies'], 'dev'), ...named];
}

/** Poetry's `^1.2` and `~1.2` as PEP 440 ranges (https://python-poetry.org/docs/dependency-specification). */
function requirementOf(name: string, value: unknown): string {
  const version = text(value) ?? text(table(value).version) ?? '*';
  const extras = list(table(value).extras).join(',');
  const base = extras ? `${name}[${extras}]` : name;
  const git = text(table(value).git);
  if (git) return `${base} @ git+${git}`;
  if (version === '*') return base;
  return (
    base +
    version
      .split(',')
      .map((part) => pep440Range(part.trim()))
      .join(',')
  );
}

function pep440Range(part: string): string {
  const match = /^([\^~])\s*(\d[\w.]*)$/.exec(part);
  if (!match)
    return /^\d/.test(part) ? (part.endsWith('.*') ? `==${part}` : `==${part}`) : part.replace(/\s+/g, '');
  const numbers = match[2].split('.').map((piece) => parseInt(piece, 10) || 0);
  const significant = numbers.findIndex((number) => number !== 0);
  const at =
    match[1] === '~' ? Math.min(1, numbers.length - 1) : significant < 0 ? numbers.length - 1 : significant;
  const upper = numbers.slice(0, at + 1);
  upper[at]++;
  return `>=${match[2]},<${upper.join('.')}`;
}

function packagesOf(data: Table): string[] {
  const tool = table(data.tool);
  const setuptools = table(tool.setuptools);
  const poetry = list(table(tool.poetry).packages).map((item) => text(table(item).include));
  const hatch = list(table(table(table(table(tool.hatch).build).targets).wheel).packages).map((item) =>
    String(item).split('/').pop(),
  );
  const flit = [text(table(table(tool.flit).module).name), text(table(table(tool.flit).metadata).module)];
  const named = [
    ...list(setuptools.packages),
    ...list(setuptools['py-modules']),
    ...poetry,
    ...hatch,
    ...flit,
  ];
  return named.filter((name): name is string => typeof name === 'string' && /^[A-Za-z_][\w.]*$/.test(name));
}

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
function strings(value: Table): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
