import { diffIndices } from 'node-diff3';
import type { Operation } from './operation';
import { canonical, same } from './same';
import type { DataPath, DataTable, DataValue } from './value';
import { isDataTable, ownKey } from './value';

/**
 * The smallest operations that make one value another: keys one by one, items by a longest common subsequence. They are to be
 * applied in their order; what both have in common is not touched.
 */
export function operationsBetween(
  before: DataValue | undefined,
  after: DataValue,
  path: DataPath = [],
): Operation[] {
  if (same(before, after)) return [];
  if (isDataTable(before) && isDataTable(after)) return betweenTables(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return betweenArrays(before, after, path);
  return [{ op: 'set', path, value: after }];
}

function betweenTables(before: DataTable, after: DataTable, path: DataPath): Operation[] {
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...removed.map((key): Operation => ({ op: 'remove', path: [...path, key] })),
    ...Object.keys(after).flatMap((key) =>
      operationsBetween(ownKey(before, key), after[key], [...path, key]),
    ),
  ];
}

/** From the last difference to the first, so that the indices of what comes before stay right. */
function betweenArrays(before: DataValue[], after: DataValue[], path: DataPath): Operation[] {
  const hunks = diffIndices(before.map(canonical), after.map(canonical));
  return hunks.reverse().flatMap((hunk) => {
    const [from, removed] = hunk.buffer1;
    const items = after.slice(hunk.buffer2[0], hunk.buffer2[0] + hunk.buffer2[1]);
    const paired = Math.min(removed, items.length);
    const operations: Operation[] = [];
    for (let i = removed - 1; i >= paired; i--) operations.push({ op: 'remove', path: [...path, from + i] });
    for (let i = 0; i < items.length; i++) {
      const at = [...path, from + i];
      if (i < paired) operations.push(...operationsBetween(before[from + i], items[i], at));
      else operations.push({ op: 'insert', path: at, value: items[i] });
    }
    return operations;
  });
}
