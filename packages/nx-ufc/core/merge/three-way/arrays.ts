import { diff3Merge } from 'node-diff3';
import { canonical } from '../data/same';
import type { DataPath, DataValue } from '../data/value';
import type { Identity } from './identity';
import { identityOf } from './identity';
import type { MergeNode, Settled } from './types';

interface Keyed {
  base: Map<string, DataValue>;
  ours: Map<string, DataValue>;
  theirs: Map<string, DataValue>;
}

/** Merge three lists item by item; null when it is ambiguous what belongs to what. */
export function mergeArrays(
  base: DataValue[],
  ours: DataValue[],
  theirs: DataValue[],
  path: DataPath,
  mergeNode: MergeNode,
): Settled | null {
  const found = identityOf([base, ours, theirs]);
  if (!found) return mergeBySequence(base, ours, theirs);
  const keyed = {
    base: byIdentity(base, found.identity),
    ours: byIdentity(ours, found.identity),
    theirs: byIdentity(theirs, found.identity),
  };
  if (found.ordered && isReordered(keyed)) return mergeBySequence(base, ours, theirs);
  return mergeByIdentity(keyed, path, mergeNode);
}

function byIdentity(items: readonly DataValue[], identity: Identity): Map<string, DataValue> {
  return new Map(items.map((item) => [identity(item), item]));
}

/** Do two lists have what they share in different orders? */
function isReordered({ base, ours, theirs }: Keyed): boolean {
  const differ = (a: Map<string, DataValue>, b: Map<string, DataValue>) => {
    const left = [...a.keys()].filter((key) => b.has(key));
    return [...b.keys()].filter((key) => a.has(key)).some((key, i) => key !== left[i]);
  };
  return differ(base, ours) || differ(base, theirs) || differ(ours, theirs);
}

function mergeByIdentity(keyed: Keyed, path: DataPath, mergeNode: MergeNode): Settled {
  const { base, ours, theirs } = keyed;
  const value = new Map<string, DataValue>();
  const baseline = new Map(theirs);
  let index = 0;
  for (const [key, item] of ours) {
    settle(key, mergeNode(base.get(key), item, theirs.get(key), [...path, index]), value, baseline);
    index++;
  }
  const order = [...theirs.keys()];
  for (const key of order) {
    if (ours.has(key)) continue;
    const added = base.has(key)
      ? mergeNode(base.get(key), undefined, theirs.get(key), path)
      : { value: theirs.get(key), baseline: theirs.get(key) };
    if (added.value !== undefined) insertNear(value, key, added.value, order);
    if (added.baseline === undefined) baseline.delete(key);
    else baseline.set(key, added.baseline);
  }
  return { value: [...value.values()], baseline: [...baseline.values()] };
}

function settle(
  key: string,
  settled: Settled,
  value: Map<string, DataValue>,
  baseline: Map<string, DataValue>,
): void {
  if (settled.value !== undefined) value.set(key, settled.value);
  if (settled.baseline === undefined) baseline.delete(key);
  else baseline.set(key, settled.baseline);
}

/** Where the template has it: behind what stands before it there, else before what follows, else at the end. */
function insertNear(
  into: Map<string, DataValue>,
  key: string,
  item: DataValue,
  order: readonly string[],
): void {
  const at = order.indexOf(key);
  const keys = [...into.keys()];
  const before = order.slice(0, at).findLast((other) => into.has(other));
  const after = before === undefined ? order.slice(at + 1).find((other) => into.has(other)) : undefined;
  let position = keys.length;
  if (before !== undefined) position = keys.indexOf(before) + 1;
  else if (after !== undefined) position = keys.indexOf(after);
  const entries = [...into.entries()];
  entries.splice(position, 0, [key, item]);
  into.clear();
  for (const [name, one] of entries) into.set(name, one);
}

/** Items that are told apart by their place only: changes that do not touch one another. */
function mergeBySequence(base: DataValue[], ours: DataValue[], theirs: DataValue[]): Settled | null {
  const parts = diff3Merge(ours.map(canonical), base.map(canonical), theirs.map(canonical), {
    excludeFalseConflicts: true,
  });
  const value: DataValue[] = [];
  for (const part of parts) {
    if (!part.ok) return null;
    value.push(...part.ok.map((text) => JSON.parse(text) as DataValue));
  }
  return { value, baseline: theirs };
}
