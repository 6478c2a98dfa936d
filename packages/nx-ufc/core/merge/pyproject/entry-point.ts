import type { Operation } from '../data/operation';
import { editToml } from '../toml/edit';
import { plainData } from '../toml/plain';
import { entryPointTables } from './metadata-style';
import type { Table } from './types';
import { isTable, tableAt } from './types';

export interface EntryPoint {
  group: string;
  name: string;
  value: string;
}

/**
 * The edits that leave an entry point in exactly one table, the one that the build backend reads. Poetry reads its own table
 * only while `[project]` has none: when that changes, what a person has there goes along.
 */
export function entryPointEdits(text: string, point: EntryPoint): Operation[] {
  const data = plainData(text);
  const { right, wrong } = entryPointTables(data);
  const isPoetry = /^poetry/.test(String(tableAt(data, 'build-system')['build-backend'] ?? ''));
  const goesAlong = isPoetry && right[0] === 'project' && !isTable(tableAt(data, 'project')['entry-points']);
  const { group, name, value } = point;
  return [
    ...(goesAlong ? carried(data, wrong, right, point) : []),
    { op: 'set', path: [...right, group, name], value, reason: 'the host finds the plugin by it' },
    ...wrong.flatMap((path) => misplaced(text, data, path, point, goesAlong)),
  ];
}

/** What other tables hold beside the entry point itself. */
function carried(data: Table, from: string[][], to: string[], { group, name }: EntryPoint): Operation[] {
  const reason = 'Poetry reads this table instead of its own from now on';
  return from.flatMap((path) =>
    Object.keys(tableAt(data, ...path)).flatMap((key) =>
      Object.entries(tableAt(data, ...path, key))
        .filter(([entry, value]) => typeof value === 'string' && !(key === group && entry === name))
        .map(([entry, value]) => ({ op: 'set', path: [...to, key, entry], value: value as string, reason })),
    ),
  );
}

/** Removes the entry point from a table that is not read, and what went along, unless a comment would go with it. */
function misplaced(
  text: string,
  data: Table,
  path: string[],
  { group, name }: EntryPoint,
  goesAlong: boolean,
): Operation[] {
  const reason = 'the build backend does not read this table';
  return Object.keys(tableAt(data, ...path)).flatMap((key): Operation[] => {
    const entries = Object.keys(tableAt(data, ...path, key));
    const isOwn = key === group && entries.includes(name);
    const whole: Operation = { op: 'remove', path: [...path, key], reason };
    if ((isOwn && entries.length === 1) || (goesAlong && losesNothing(text, whole))) return [whole];
    return isOwn ? [{ op: 'remove', path: [...path, key, name], reason }] : [];
  });
}

function losesNothing(text: string, removal: Operation): boolean {
  const result = editToml(text, [removal]);
  return result.ok && result.dropped.length === 0;
}
