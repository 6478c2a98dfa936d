import { plainData } from '../toml/plain';
import type { Operation } from '../data/operation';
import { entryPointTables } from './metadata-style';
import { tableAt } from './types';

export interface EntryPoint {
  group: string;
  name: string;
  value: string;
}

/** The edits that leave an entry point in exactly one table, the one that the build backend reads. */
export function entryPointEdits(text: string, { group, name, value }: EntryPoint): Operation[] {
  const data = plainData(text);
  const { right, wrong } = entryPointTables(data);
  const misplaced = wrong.filter((path) => name in tableAt(data, ...path, group));
  return [
    { op: 'set', path: [...right, group, name], value, reason: 'the host finds the plugin by it' },
    ...misplaced.map((path): Operation => {
      const reason = 'the build backend does not read this table';
      return { op: 'remove', path: [...path, group, name], reason };
    }),
  ];
}
