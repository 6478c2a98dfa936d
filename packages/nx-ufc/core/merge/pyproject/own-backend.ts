import type { Operation } from '../data/operation';
import type { PyprojectChange, Table } from './types';
import { listAt, tableAt } from './types';

/** A package that builds itself is imported from where it is now, by its new name (https://peps.python.org/pep-0517/#in-tree-build-backends). */
export function ownBackendEdits(data: Table, change: PyprojectChange): Operation[] {
  const backend = tableAt(data, 'build-system')['build-backend'];
  const folders = listAt(data, 'build-system', 'backend-path').map(String);
  if (folders.length === 0 || typeof backend !== 'string') return [];
  const [module, ...object] = backend.split(':');
  const now = change.mapModule(module);
  if (now === null) return [];
  const reason = `${module} is now ${now}`;
  const others = folders.filter((folder) => folder !== '.' && folder !== change.sourceRoot);
  return [
    {
      op: 'set',
      path: ['build-system', 'build-backend'],
      value: [now, ...object].join(':'),
      reason,
    },
    { op: 'set', path: ['build-system', 'backend-path'], value: [change.sourceRoot, ...others], reason },
  ];
}
