import type { SourceTree } from '../project/types';
import { entryPointSection, scriptsOf } from './entry-points';
import { indexMetadata } from './index-metadata';
import { iniLines, readIni } from './ini';
import { moduleConstant } from './module-constant';
import { readPbr, usesPbr } from './pbr';
import { dependenciesOf } from './requirement';
import { requirementsOf } from './requirements-file';
import { sharedDataOfSections } from './setup-data';
import { packagePatterns } from './package-patterns';
import { CODE_ARGUMENTS, placesOf } from './source-folders';
import type { Dependency, ProjectMetadata } from './types';

const FILE = 'setup.cfg';

/** Metadata of setup.cfg: [metadata], [options], extras and entry points; `attr:` and `file:` are read statically. */
export function readSetupCfg(source: string, tree: SourceTree): Partial<ProjectMetadata> {
  const options = readIni(source);
  const get = (section: string, key: string) =>
    options.find((option) => option.section === section && option.key === key)?.value ?? null;
  const unknown: ProjectMetadata['unknown'] = [];
  const pbr = usesPbr(tree) ? readPbr(options, tree) : null;
  const entryPoints = [
    ...entryPointSection(options, 'options.entry_points', FILE),
    ...(pbr?.entryPoints ?? []),
  ];
  const extras = options.filter((option) => option.section === 'options.extras_require');
  const shared = sharedDataOfSections(
    options
      .filter(({ section }) => section === 'options.data_files')
      .map(({ key, value }) => [key, listed(value, ',')]),
    FILE,
    tree,
  );
  unknown.push(...shared.unknown);
  return {
    name: get('metadata', 'name'),
    version: versionOf(get('metadata', 'version'), tree, unknown),
    description: get('metadata', 'description') ?? pbr?.description ?? null,
    license: get('metadata', 'license') ?? get('metadata', 'license_expression'),
    forIndex: indexMetadata((key) => get('metadata', key) ?? get('metadata', key.replaceAll('_', '-'))),
    requiresPython: get('options', 'python_requires') ?? pbr?.requiresPython ?? null,
    dependencies: [
      ...requirements(get('options', 'install_requires') ?? '', tree),
      ...extras.flatMap((option) => dependenciesOf(listed(option.value, ';'), FILE, option.key)),
      ...(pbr?.dependencies ?? []),
    ],
    extras: [...extras.map((option) => option.key), ...(pbr?.extras ?? [])],
    scripts: scriptsOf(entryPoints),
    programs: iniLines(get('options', 'scripts') ?? ''),
    sharedData: { ...pbr?.sharedData, ...shared.sharedData },
    entryPoints,
    packages: [
      ...listed(get('options', 'packages') ?? '', ',').filter((name) => /^[A-Za-z_][\w.]*$/.test(name)),
      ...(pbr?.packages ?? []),
    ],
    codeInSetup: CODE_ARGUMENTS.filter((key) => get('options', key) !== null),
    setupPackageData: Object.fromEntries(
      options
        .filter(({ section }) => section === 'options.package_data')
        .map(({ key, value }) => [
          key === '*' ? '' : key,
          iniLines(value).flatMap((line) => line.split(/\s*,\s*/)),
        ]),
    ),
    ...placesOf(
      Object.fromEntries(iniLines(get('options', 'package_dir') ?? '').map(folderLine)),
      iniLines(get('options.packages.find', 'where') ?? ''),
    ),
    packagePatterns: packagePatterns(
      listed(get('options.packages.find', 'include') ?? '', ','),
      listed(get('options.packages.find', 'exclude') ?? '', ','),
    ),
    unknown: [...unknown, ...(pbr?.unknown ?? [])],
  };
}

/** `= lib`, `package = folder`. */
function folderLine(line: string): [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
}

/** A list of setuptools: its lines, or what a mark divides on the only one (https://setuptools.pypa.io/en/latest/userguide/declarative_config.html). */
function listed(value: string, mark: ',' | ';'): string[] {
  const parts = value.includes('\n') ? iniLines(value) : value.split(mark).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** A list, or `file:` with the names of requirements files. */
function requirements(value: string, tree: SourceTree): Dependency[] {
  const files = /^\s*file:\s*(.+)$/.exec(value)?.[1];
  return files === undefined
    ? dependenciesOf(listed(value, ';'), FILE, 'main')
    : files.split(',').flatMap((path) => requirementsOf(tree, path.trim(), 'main'));
}

function versionOf(
  value: string | null,
  tree: SourceTree,
  unknown: ProjectMetadata['unknown'],
): string | null {
  if (value === null) return null;
  const directive = /^(attr|file):\s*(.+)$/.exec(value.trim());
  if (!directive) return value.trim();
  if (directive[1] === 'file') {
    const file = tree.files.find((candidate) => candidate.path === directive[2].trim());
    if (file) return Buffer.from(file.bytes).toString('utf8').trim();
  } else {
    const at = directive[2].lastIndexOf('.');
    const found = moduleConstant(tree, directive[2].slice(0, at).trim(), directive[2].slice(at + 1).trim());
    if (found !== null) return found;
  }
  unknown.push({ key: 'version', file: FILE, reason: `${value.trim()} is not a literal` });
  return null;
}
