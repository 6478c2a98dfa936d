import type { SourceTree } from '../project/types';
import { mergeIndexMetadata } from './index-metadata';
import { pipfileDependencies } from './pipfile';
import { readPyproject } from './pyproject';
import { readRequirementFiles } from './project-requirements';
import { withReleased } from './released';
import { readSetupCfg } from './setup-cfg';
import { readSetupPy } from './setup-py';
import { toxDependencies } from './tox';
import { textAt } from './tree-text';
import type { ProjectMetadata } from './types';

/**
 * Metadata of a project from pyproject.toml, setup.py and setup.cfg, in that order: what an earlier file says stands, as setuptools skips options
 * of setup.cfg that setup.py gave (`ConfigHandler.__setitem__` in https://github.com/pypa/setuptools/blob/main/setuptools/config/setupcfg.py).
 * Requirement files at the root, and what tox installs for tests, count as groups of their own. A tree is read once: nobody changes the answer.
 */
export function readProjectMetadata(tree: SourceTree): ProjectMetadata {
  let metadata = known.get(tree);
  if (!metadata) known.set(tree, (metadata = read(tree)));
  return metadata;
}

const known = new WeakMap<SourceTree, ProjectMetadata>();

function read(tree: SourceTree): ProjectMetadata {
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
  for (const [path, reader] of readers) {
    const source = text(path);
    if (source === null) continue;
    const said = reader(source, tree);
    merge(metadata, path === 'setup.cfg' ? withoutGiven(said, metadata) : said, path);
  }
  Object.assign(metadata, withReleased(metadata, text('PKG-INFO')));
  if (
    metadata.version === null &&
    // Files that only set up tools say nothing of a distribution.
    (metadata.name !== null || metadata.files.includes('setup.py')) &&
    metadata.unknown.every(({ key }) => key !== 'version')
  )
    metadata.unknown.push({
      key: 'version',
      file: metadata.files[0],
      reason: 'no file says it; tags of version control may',
    });
  const isPackaged =
    metadata.dependencies.some(({ group }) => group === 'main') ||
    (metadata.name !== null && !isOnlyNamed(text('pyproject.toml'), metadata));
  const required = readRequirementFiles(tree, isPackaged);
  metadata.dependencies.push(...required.dependencies);
  metadata.unknown.push(...required.unknown);
  metadata.dependencies.push(
    ...pipfileDependencies(text('Pipfile') ?? '', isPackaged || required.isOfService ? null : 'main'),
  );
  metadata.dependencies.push(...toxDependencies(text('tox.ini') ?? ''));
  return metadata;
}

/** A service may say its name and version to tools alone: nothing builds it, and its requirements file is what is installed. */
function isOnlyNamed(pyproject: string | null, { files, unknown }: ProjectMetadata): boolean {
  return (
    pyproject !== null &&
    files.every((file) => file === 'pyproject.toml') &&
    !/^[ \t]*\[build-system\]/m.test(pyproject) &&
    unknown.every(({ key }) => key !== 'dependencies')
  );
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
  for (const key of ['name', 'description', 'requiresPython', 'license'] as const)
    into[key] ??= from[key] ?? null;
  // A program that computes it may begin with an empty one.
  into.version ??= from.version || null;
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
  into.packagePatterns ??= from.packagePatterns;
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
