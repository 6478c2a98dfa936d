import type { FileFacts } from '../python/facts/types';
import type { SourceTree } from '../project/types';
import { entryPointSection } from './entry-points';
import { iniLines, type IniOption } from './ini';
import { dependenciesOf } from './requirement';
import { requirementsOf, withoutComment } from './requirements-file';
import { sharedDataOfSections } from './setup-data';
import type { Dependency, EntryPoint, ProjectMetadata } from './types';

const FILE = 'setup.cfg';
const VERSION = 'pbr takes the version from tags of version control';

interface PbrMetadata {
  description: string | null;
  requiresPython: string | null;
  dependencies: Dependency[];
  extras: string[];
  entryPoints: EntryPoint[];
  packages: string[];
  sharedData: ProjectMetadata['sharedData'];
  unknown: ProjectMetadata['unknown'];
}

/** Is a setup.py nothing but the call that hands over to pbr? Without its backend that would be asked all the same. */
export function onlyCallsPbr({ calls }: FileFacts): boolean {
  const setup = calls.find(({ callee }) => /^(setuptools\.)?setup$/.test(callee));
  const given = setup?.arguments.map(({ keyword }) => keyword) ?? [];
  return given.includes('pbr') && given.every((keyword) => keyword === 'pbr' || keyword === 'setup_requires');
}

/** Does the project build with pbr: `setup(pbr=True)`, or what a build needs names it? */
export function usesPbr(tree: SourceTree): boolean {
  return tree.files.some(({ path, bytes }) => {
    if (path !== 'setup.py' && path !== 'pyproject.toml') return false;
    const text = Buffer.from(bytes).toString('utf8');
    return path === 'setup.py' ? /\bpbr\s*=\s*True\b/.test(text) : /build-backend\s*=\s*["']pbr\./.test(text);
  });
}

/**
 * What pbr reads of a setup.cfg beside setuptools' own sections, and of the requirements files
 * (https://docs.openstack.org/pbr/latest/user/using.html).
 */
export function readPbr(options: readonly IniOption[], tree: SourceTree): PbrMetadata {
  const get = (section: string, ...keys: string[]) =>
    options.find((option) => option.section === section && keys.includes(option.key.replaceAll('-', '_')))
      ?.value ?? null;
  const extras = options.filter((option) => option.section === 'extras');
  const tests = requirementsOf(tree, 'test-requirements.txt', 'test');
  // Beside other extras the requirements of tests are one.
  const isTested = tests.length > 0 && extras.length > 0 && !extras.some((option) => option.key === 'test');
  const shared = sharedDataOfSections(dataFiles(get('files', 'data_files') ?? '', tree), FILE, tree);
  return {
    description: get('metadata', 'summary', 'description'),
    requiresPython: get('metadata', 'python_requires', 'requires_python'),
    dependencies: [
      ...requirementsOf(tree, 'requirements.txt', 'main'),
      ...extras.flatMap((option) =>
        dependenciesOf(iniLines(option.value).map(withoutComment).map(withMarker), FILE, option.key),
      ),
      ...(isTested ? tests : []),
    ],
    extras: [...extras.map((option) => option.key), ...(isTested ? ['test'] : [])],
    entryPoints: entryPointSection(options, 'entry_points', FILE),
    packages: iniLines(get('files', 'packages') ?? '').filter((name) => /^[A-Za-z_][\w.]*$/.test(name)),
    sharedData: shared.sharedData,
    unknown: [
      ...(get('metadata', 'version') === null ? [{ key: 'version', file: FILE, reason: VERSION }] : []),
      ...shared.unknown,
    ],
  };
}

/** `share/x = file`, or a folder with files on the lines below it; what ends with a star is a whole tree, which keeps its folders. */
function dataFiles(value: string, { files }: SourceTree): [folder: string, paths: string[]][] {
  let folder = '';
  return iniLines(value).flatMap((line): [string, string[]][] => {
    const [, target = folder, source] = /^(?:([^=]*?)\s*=\s*)?(.*)$/.exec(line)!;
    folder = target;
    if (!source.endsWith('*')) return [[folder, source === '' ? [] : [source]]];
    const prefix = source.slice(0, -1);
    return files
      .map(({ path }) => path)
      .filter((path) => path.startsWith(prefix))
      .map((path) => [`${target}/${path.slice(prefix.length)}`.replace(/\/[^/]*$/, ''), [path]]);
  });
}

/** In an extra the marker may stand in parentheses, or after a colon: `futures:python_version=='2.7'`. */
function withMarker(line: string): string {
  const [, requirement, marker] =
    /^([^:;]+?)\s*:\s*(.+)$/.exec(line) ??
    /^([^(;]+?)\s*\(([^)]*(?:python_version|sys_platform).*)\)$/.exec(line) ??
    [];
  return marker === undefined ? line : `${requirement}; ${marker}`;
}
