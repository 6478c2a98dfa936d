import type { ProjectMetadata } from '../../metadata/types';
import type { DataPath, DataValue } from '../data/value';
import type { Operation } from '../data/operation';
import { metadataStyle } from './metadata-style';
import { listAt, tableAt, type PyprojectChange, type Table } from './types';

/** By which a project says that it is never packed, each with what says that it is. */
const MODES: readonly { table: string[]; key: string; application: boolean }[] = [
  // https://python-poetry.org/docs/basic-usage/#operating-modes
  { table: ['tool', 'poetry'], key: 'package-mode', application: false },
  // https://docs.astral.sh/uv/reference/settings/#package
  { table: ['tool', 'uv'], key: 'package', application: false },
  // https://pdm-project.org/latest/usage/project/#working-with-a-virtual-environment
  { table: ['tool', 'pdm'], key: 'distribution', application: false },
  // https://rye.astral.sh/guide/virtual/
  { table: ['tool', 'rye'], key: 'virtual', application: true },
];

/** How a pyproject.toml says that the project is never packed. */
export function applicationModes(data: Table): typeof MODES {
  return MODES.filter(({ table, key, application }) => tableAt(data, ...table)[key] === application);
}

const DISTRIBUTION = 'a capability is a distribution';

/**
 * The edits that make a distribution of an application: tools that took it for one are told otherwise, and what a distribution must have is
 * written down (name and version; https://python-poetry.org/docs/pyproject/). Poetry's own tables without a build backend get Poetry's.
 */
export function packagedEdits(data: Table, metadata: ProjectMetadata, change: PyprojectChange): Operation[] {
  const set = (path: DataPath, value: DataValue, reason: string): Operation => ({
    op: 'set',
    path,
    value,
    reason,
  });
  const modes = applicationModes(data);
  const operations = modes.map(({ table, key, application }) =>
    set([...table, key], !application, DISTRIBUTION),
  );
  const style = metadataStyle(data);
  const isPoetry = style === 'poetry';
  if (style === 'flit') return operations;
  const own = isPoetry ? ['tool', 'poetry'] : ['project'];
  const needed: [string, DataValue][] = [
    ['name', change.package],
    ['version', metadata.version ?? '0.0.0'],
    ...(isPoetry && modes.length > 0
      ? ([
          ['description', metadata.description ?? ''],
          ['authors', []],
        ] as [string, DataValue][])
      : []),
  ];
  const told = tableAt(data, ...own);
  const dynamic = listAt(data, ...own, 'dynamic');
  for (const [key, value] of needed)
    if (!(key in told) && !dynamic.includes(key)) operations.push(set([...own, key], value, DISTRIBUTION));
  if (isPoetry && !('build-backend' in tableAt(data, 'build-system'))) {
    const reason = 'Poetry reads its own tables only';
    operations.push(
      set(['build-system', 'requires'], ['poetry-core'], reason),
      set(['build-system', 'build-backend'], 'poetry.core.masonry.api', reason),
    );
  }
  return operations;
}
