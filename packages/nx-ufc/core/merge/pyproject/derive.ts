import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import type { DataValue } from '../data/value';
import { readmeValue } from './readme';
import type { PyprojectChange } from './types';

/**
 * Edits that write PEP 621 metadata which so far stood in setup.py or setup.cfg, read statically. hatchling builds it: it
 * needs nothing but the package's folder, and ships every file in it.
 */
export function deriveEdits(
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
  set(['build-system', 'requires'], ['hatchling>=1.24']);
  set(['build-system', 'build-backend'], 'hatchling.build');
  operations.push({
    op: 'remove',
    path: ['build-system', 'backend-path'],
    reason: 'of the build backend before',
  });
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
  for (const [label, address] of Object.entries(forIndex?.urls ?? {}))
    set(['project', 'urls', label], address);
  for (const { group, name, value } of metadata.entryPoints) set([...tableOf(group), name], value);
  set(['tool', 'hatch', 'build', 'targets', 'wheel', 'packages'], [`${change.sourceRoot}/${change.package}`]);
  for (const path of metadata.programs ?? [])
    set(
      ['tool', 'hatch', 'build', 'targets', 'wheel', 'shared-scripts', change.mapPath(path) ?? path],
      path.slice(path.lastIndexOf('/') + 1),
    );
  return operations;
}

/** The tables of entry points (https://packaging.python.org/en/latest/specifications/pyproject-toml/#entry-points). */
function tableOf(group: string): string[] {
  if (group === 'console_scripts') return ['project', 'scripts'];
  return group === 'gui_scripts' ? ['project', 'gui-scripts'] : ['project', 'entry-points', group];
}
