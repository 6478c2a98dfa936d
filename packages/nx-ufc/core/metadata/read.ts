import { normaliseName } from '../project/distributions';
import type { SourceTree } from '../project/types';
import { mergeIndexMetadata } from './index-metadata';
import { pipfileDependencies } from './pipfile';
import { readPyproject } from './pyproject';
import { namelessRequirements, requirementsOf } from './requirements-file';
import { withReleased } from './released';
import { readSetupCfg } from './setup-cfg';
import { readSetupPy } from './setup-py';
import { toxDependencies } from './tox';
import { textAt } from './tree-text';
import type { Dependency, ProjectMetadata } from './types';

/**
 * Metadata of a project from pyproject.toml, setup.py and setup.cfg, in that order: what an earlier file says stands, as setuptools skips options
 * of setup.cfg that setup.py gave (`ConfigHandler.__setitem__` in https://github.com/pypa/setuptools/blob/main/setuptools/config/setupcfg.py).
 * Requirement files at the root, and what tox installs for tests, count as groups of their own.
 */
export function readProjectMetadata(tree: SourceTree): ProjectMetadata {
  const metadata: ProjectMetadata = {
    name: null,
    version: null,
    description: null,
    requiresPython: null,
    license: null,
    dependencies: [],
    extras: [],
    scripts: {},
    entryPoints: [],
    packages: [],
    codeInSetup: [],
    setupPackageData: {},
    sourceFolders: [],
    packageFolders: {},
    backend: 'setuptools.build_meta',
    buildRequirements: ['setuptools'],
    compiledModules: [],
    files: [],
    unknown: [],
  };
  const text = (path: string) => textAt(tree, path);
  const readers: [string, (source: string, tree: SourceTree) => Partial<ProjectMetadata>][] = [
    ['pyproject.toml', readPyproject],
    ['setup.py', readSetupPy],
    ['setup.cfg', readSetupCfg],
  ];
  for (const [path, read] of readers) {
    const source = text(path);
    if (source === null) continue;
    const said = read(source, tree);
    merge(metadata, path === 'setup.cfg' ? withoutGiven(said, metadata) : said, path);
  }
  Object.assign(metadata, withReleased(metadata, text('PKG-INFO')));
  if (
    metadata.version === null &&
    metadata.files.length > 0 &&
    metadata.unknown.every(({ key }) => key !== 'version')
  )
    metadata.unknown.push({
      key: 'version',
      file: metadata.files[0],
      reason: 'no file says it; tags of version control may',
    });
  const isPackaged = metadata.name !== null || metadata.dependencies.some(({ group }) => group === 'main');
  const main = isPackaged ? null : serviceRequirements(tree);
  for (const { path } of tree.files) {
    const group = /^(?:requirements[/_-])?([\w.-]*requirements[\w.-]*|[\w-]+)\.(?:txt|in)$/.exec(path)?.[1];
    const isForTests = /^tests?\/[\w.-]*requirements[\w.-]*\.(?:txt|in)$/.test(path);
    if (path !== main && !isForTests && (!group || !/require/.test(path) || isForFormerPython(path)))
      continue;
    metadata.dependencies.push(
      ...requirementsOf(tree, path, path === main ? 'main' : isForTests ? 'tests' : group!),
    );
  }
  for (const { path, text } of main === null ? [] : namelessRequirements(tree, main))
    metadata.unknown.push({
      key: 'dependencies',
      file: path,
      reason: `it installs ${text} and does not say which distribution that is`,
    });
  metadata.dependencies.push(
    ...pipfileDependencies(text('Pipfile') ?? '', isPackaged || main !== null ? null : 'main'),
  );
  metadata.dependencies.push(...toxDependencies(text('tox.ini') ?? ''));
  return metadata;
}

/** `requirements-2.7.txt`, `requirements_py36.txt`: what was needed of a Python that this code no longer runs on in any environment made here. */
function isForFormerPython(path: string): boolean {
  return /(^|[-_./])((py|python)-?2|(py|python)?-?(2\.?\d|3\.?[0-7]))(?=[-_.])/i.test(path);
}

/** What a service without packaging needs to run is in the first of these. */
const SERVICE_REQUIREMENTS = [
  'requirements.in',
  'requirements.txt',
  ...['production', 'prod', 'main', 'base', 'common'].flatMap((name) => [
    `requirements/${name}.in`,
    `requirements/${name}.txt`,
  ]),
];

/** The file that says what a service needs to run: in its folder, or in the one folder of it that has such a file. */
function serviceRequirements({ files }: SourceTree): string | null {
  const own = SERVICE_REQUIREMENTS.find((wanted) => files.some(({ path }) => path === wanted));
  if (own !== undefined) return own;
  const below = files
    .map(({ path }) => path)
    .filter(
      (path) =>
        /\/requirements\.(in|txt)$/.test(path) && !/(^|\/)(docs?|examples?|tests?|\.[^/]*)\//.test(path),
    );
  const folders = new Set(below.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return folders.size === 1 ? below[0] : null;
}

/** What setup.py gave stands as a whole: entry points of all groups, all extras. */
function withoutGiven(
  said: Partial<ProjectMetadata>,
  { entryPoints, dependencies, extras }: ProjectMetadata,
): Partial<ProjectMetadata> {
  const isGiven = ({ file }: { file: string }) => file === 'setup.py';
  const given = dependencies.filter(isGiven).map(({ group }) => group);
  const hasExtras = extras.some((extra) => given.includes(extra));
  return {
    ...said,
    ...(entryPoints.some(isGiven) ? { entryPoints: [], scripts: {} } : {}),
    ...(hasExtras
      ? { extras: [], dependencies: said.dependencies?.filter(({ group }) => group === 'main') }
      : {}),
  };
}

function merge(into: ProjectMetadata, from: Partial<ProjectMetadata>, path: string): void {
  into.files.push(path);
  const toldBefore = new Set(from.unknown?.map(({ key }) => key).filter((key) => isTold(key, into)));
  into.name ??= from.name ?? null;
  // A program that computes it may begin with an empty one.
  into.version ??= from.version || null;
  into.description ??= from.description ?? null;
  into.requiresPython ??= from.requiresPython ?? null;
  into.license ??= from.license ?? null;
  if (from.forIndex) into.forIndex = mergeIndexMetadata(into.forIndex, from.forIndex);
  if (from.backend) into.backend = from.backend;
  if (from.buildRequirements) into.buildRequirements = from.buildRequirements;
  into.compiledModules.push(...(from.compiledModules ?? []));
  if (from.programs?.length) into.programs ??= from.programs;
  into.sharedData = { ...from.sharedData, ...into.sharedData };
  into.ownCommands ??= from.ownCommands;
  const groups = new Set(into.dependencies.map((dependency) => dependency.group));
  into.dependencies.push(...(from.dependencies ?? []).filter((dependency) => !groups.has(dependency.group)));
  into.scripts = { ...from.scripts, ...into.scripts };
  into.extras.push(...(from.extras ?? []).filter((extra) => !into.extras.includes(extra)));
  const known = new Set(into.entryPoints.map(({ group, name }) => `${group} ${name}`));
  into.entryPoints.push(
    ...(from.entryPoints ?? []).filter(({ group, name }) => !known.has(`${group} ${name}`)),
  );
  into.codeInSetup.push(...(from.codeInSetup ?? []));
  into.setupPackageData = { ...from.setupPackageData, ...into.setupPackageData };
  if (into.packages.length === 0) into.packages = from.packages ?? [];
  if (into.sourceFolders.length === 0) into.sourceFolders = from.sourceFolders ?? [];
  into.testPath ??= from.testPath;
  into.packageFolders = { ...from.packageFolders, ...into.packageFolders };
  into.unknown = [
    ...into.unknown.filter(({ key, file }) => file === 'setup.py' || !isTold(key, from)),
    ...(from.unknown ?? []).filter(({ key }) => !toldBefore.has(key)),
  ];
}

/** Does a later file tell what an earlier one left open? */
function isTold(key: string, from: Partial<ProjectMetadata>): boolean {
  if (key === 'version') return Boolean(from.version);
  if (key === 'requires-python') return Boolean(from.requiresPython);
  if (key === 'dependencies') return (from.dependencies ?? []).some(({ group }) => group === 'main');
  if (key === 'optional-dependencies') return (from.extras ?? []).length > 0;
  return (key === 'scripts' || key === 'entry-points') && (from.entryPoints ?? []).length > 0;
}

/** The distribution that a requirement names (PEP 508), normalised; null when it is no requirement. */
export function requirementName(requirement: string): string | null {
  const match = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:$|[<>=!~;@ (])/.exec(
    requirement,
  );
  return match ? normaliseName(match[1]) : null;
}

/** Dependencies from requirement strings, comments behind them dropped; what is no requirement is left out. */
export function dependenciesOf(requirements: readonly unknown[], file: string, group: string): Dependency[] {
  return requirements.flatMap((requirement) => {
    const text = typeof requirement === 'string' ? requirement.replace(/\s#.*$/, '').trim() : '';
    const name = requirementName(text);
    return name ? [{ name, requirement: text, file, group }] : [];
  });
}
