import type { Dependency, ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import { readRequirement } from '../requirements/requirement';
import { readmeValue } from './readme';
import { setuptools } from './setuptools';
import type { PyprojectChange, Table } from './types';
import { tableAt } from './types';

/**
 * Edits that write PEP 621 metadata which so far stood in setup.py or setup.cfg, read statically, and what builds it.
 */
export function deriveEdits(
  data: Table,
  metadata: ProjectMetadata,
  change: PyprojectChange,
  readme: string | null,
): Operation[] {
  const reason = `from ${metadata.files.join(', ') || 'the layout'}`;
  const operations: Operation[] = [];
  const set = (path: string[], value: DataValue | null) => {
    if (value !== null) operations.push({ op: 'set', path, value, reason });
  };
  const group = (name: string) =>
    metadata.dependencies
      .filter((dependency) => dependency.group === name)
      .map((dependency) => dependency.requirement);
  operations.push(...(change.setupStays ? withSetup(data) : withHatchling(metadata, change)));
  set(['project', 'name'], change.package);
  set(['project', 'version'], metadata.version ?? '0.0.0');
  set(['project', 'description'], metadata.description?.replace(/\s+/g, ' ').trim() ?? null);
  set(['project', 'readme'], readme === null ? null : readmeValue(readme));
  set(['project', 'requires-python'], metadata.requiresPython);
  const { license, forIndex } = metadata;
  if (license !== null && !/^\s*(UNKNOWN)?\s*$|\n/.test(license))
    set(['project', 'license'], { text: license });
  for (const key of ['authors', 'maintainers', 'keywords', 'classifiers'] as const)
    if (forIndex && forIndex[key].length > 0) set(['project', key], forIndex[key]);
  set(['project', 'dependencies'], group('main'));
  const extras = [
    ...new Set(
      metadata.dependencies
        .filter(({ file }) => /^setup\.(py|cfg)$/.test(file))
        .map((dependency) => dependency.group),
    ),
  ];
  for (const extra of extras)
    if (extra !== 'main')
      set(['project', 'optional-dependencies', extra.replace(/[^A-Za-z0-9._-]/g, '-')], group(extra));
  if (!change.setupStays && metadata.dependencies.some(isDirect))
    set(['tool', 'hatch', 'metadata', 'allow-direct-references'], true);
  for (const [label, address] of Object.entries(forIndex?.urls ?? {}))
    set(['project', 'urls', label], address);
  for (const { group, name, value } of metadata.entryPoints) set([...entryPointTable(group), name], value);
  return [...operations, ...(change.setupStays ? setuptools(data, change, metadata) : [])];
}

/** hatchling refuses requirements with a URL unless it is told (https://hatch.pypa.io/latest/config/metadata/#allowing-direct-references). */
function isDirect({ group, file, requirement }: Dependency): boolean {
  const isWritten = group === 'main' || /^setup\.(py|cfg)$/.test(file);
  return isWritten && typeof readRequirement(requirement)?.url === 'string';
}

/** hatchling needs nothing but the package's folder, and ships every file in it. */
function withHatchling(
  { programs = [], sharedData = {} }: ProjectMetadata,
  change: PyprojectChange,
): Operation[] {
  const wheel = ['tool', 'hatch', 'build', 'targets', 'wheel'];
  const reason = 'hatchling builds the package';
  return [
    { op: 'set', path: ['build-system', 'requires'], value: ['hatchling>=1.24'], reason },
    { op: 'set', path: ['build-system', 'build-backend'], value: 'hatchling.build', reason },
    { op: 'remove', path: ['build-system', 'backend-path'], reason: 'of the build backend before' },
    { op: 'set', path: [...wheel, 'packages'], value: [`${change.sourceRoot}/${change.package}`], reason },
    ...programs.map((path): Operation => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return {
        op: 'set',
        path: [...wheel, 'shared-scripts', change.mapPath(path) ?? path],
        value: name,
        reason,
      };
    }),
    ...Object.entries(sharedData).map(([path, target]): Operation => ({
      op: 'set',
      path: [...wheel, 'shared-data', change.mapPath(path) ?? path],
      value: target,
      reason: 'data_files of setuptools',
    })),
  ];
}

/**
 * Without a `[build-system]` setup.py runs where it lies, which is on the path then
 * (https://setuptools.pypa.io/en/latest/build_meta.html); what is there already builds on.
 */
function withSetup(data: Table): Operation[] {
  const system = tableAt(data, 'build-system');
  const reason = 'setup.py compiles modules';
  const set = (key: string, value: DataValue): Operation[] =>
    key in system ? [] : [{ op: 'set', path: ['build-system', key], value, reason }];
  return [
    ...set('requires', ['setuptools>=61']),
    ...set('build-backend', 'setuptools.build_meta:__legacy__'),
  ];
}

/** The tables of entry points (https://packaging.python.org/en/latest/specifications/pyproject-toml/#entry-points). */
export function entryPointTable(group: string): string[] {
  if (group === 'console_scripts') return ['project', 'scripts'];
  return group === 'gui_scripts' ? ['project', 'gui-scripts'] : ['project', 'entry-points', group];
}
