import { plainData } from '../toml/plain';
import type { Operation } from '../data/operation';
import { isTable, tableAt } from './types';

export interface EntryPoint {
  group: string;
  name: string;
  value: string;
}

/**
 * The edits that leave an entry point in exactly one table, the one that the build backend reads: PEP 621's, or Poetry's
 * where there is no `[project]`.
 */
export function entryPointEdits(text: string, { group, name, value }: EntryPoint): Operation[] {
  const data = plainData(text);
  const tables = [
    ['project', 'entry-points', group],
    ['tool', 'poetry', 'plugins', group],
  ];
  const [right, wrong] = isTable(data.project) ? tables : [...tables].reverse();
  const edits: Operation[] = [
    { op: 'set', path: [...right, name], value, reason: 'the host finds the plugin by it' },
  ];
  if (name in tableAt(data, ...wrong))
    edits.push({
      op: 'remove',
      path: [...wrong, name],
      reason: 'the build backend does not read this table',
    });
  return edits;
}
