import { dependencyFiles } from '../../metadata/dynamic';
import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import { entryPointTable } from './derive';
import { listAt, tableAt, type Table } from './types';

/** One list in setuptools: a static table of one of them takes the place of all that setup.py says. */
const POINTS = ['scripts', 'gui-scripts', 'entry-points'];

/**
 * What setup.cfg and setup.py say of fields that pyproject.toml calls dynamic and that a capability adds to: it is written down, since a
 * field is dynamic or static (https://packaging.python.org/en/latest/specifications/pyproject-toml/#dynamic). What only running code
 * could tell, and what is read from other files, stays dynamic.
 */
export function dynamicEdits(data: Table, metadata: ProjectMetadata): Operation[] {
  const dynamic = listAt(data, 'project', 'dynamic').map(String);
  if (!/^setuptools\b/.test(metadata.backend)) return [];
  const unknown = new Set(metadata.unknown.map(({ key }) => key));
  const isTold = (...keys: string[]) => keys.every((key) => !unknown.has(key));
  const fromFiles = dependencyFiles(data).length > 0;
  const dependencies =
    dynamic.includes('dependencies') && !fromFiles && isTold('dependencies', 'install_requires', '*');
  const points =
    dynamic.some((key) => POINTS.includes(key)) &&
    !('entry-points' in tableAt(data, 'tool', 'setuptools', 'dynamic')) &&
    isTold('entry_points', ...POINTS, '*');
  const settled = dynamic.filter((key) =>
    key === 'dependencies' ? dependencies : points && POINTS.includes(key),
  );
  return [
    ...undeclared(dynamic, settled),
    ...(dependencies ? [requirements(metadata)] : []),
    ...(points ? entryPoints(metadata) : []),
  ];
}

const REASON = 'setup.cfg and setup.py say it, and a capability adds to it';

/** Fields that are dynamic no more. */
export function undeclared(
  dynamic: readonly string[],
  settled: readonly string[],
  reason = REASON,
): Operation[] {
  const path = ['project', 'dynamic'];
  if (settled.length > 0 && settled.length === dynamic.length) return [{ op: 'remove', path, reason }];
  const places = settled.map((key) => dynamic.indexOf(key)).sort((a, b) => b - a);
  return places.map((at) => ({ op: 'remove', path: [...path, at], reason }));
}

/** The requirements as the packaging has them, in a list that stands in pyproject.toml. */
export function requirements({ dependencies }: ProjectMetadata, reason = REASON): Operation {
  const main = dependencies.filter(({ group }) => group === 'main');
  const value = main.map(({ requirement }) => requirement);
  return { op: 'set', path: ['project', 'dependencies'], value, reason };
}

function entryPoints(metadata: ProjectMetadata): Operation[] {
  return metadata.entryPoints.map(({ group, name, value }) => ({
    op: 'set',
    path: [...entryPointTable(group), name],
    value,
    reason: REASON,
  }));
}

/** Are the entry points left to the build backend, so that none can be written beside them? */
export function findsEntryPoints(data: Table): boolean {
  return listAt(data, 'project', 'dynamic').includes('entry-points');
}
