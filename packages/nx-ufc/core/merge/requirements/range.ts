import { compareKeys, type VersionKey } from './version';

/** Versions from one place to another; null is without end. */
export interface Interval {
  from: VersionKey | null;
  to: VersionKey | null;
}

/** A set of versions: intervals in order that do not touch. */
export type Range = readonly Interval[];

export const EVERYTHING: Range = [{ from: null, to: null }];

export function intersect(a: Range, b: Range): Range {
  const result: Interval[] = [];
  for (const left of a)
    for (const right of b) {
      const from = compareFrom(left.from, right.from) >= 0 ? left.from : right.from;
      const to = compareTo(left.to, right.to) <= 0 ? left.to : right.to;
      if (!isEmpty({ from, to })) result.push({ from, to });
    }
  return result.sort((one, other) => compareFrom(one.from, other.from));
}

export function union(a: Range, b: Range): Range {
  return complement(intersect(complement(a), complement(b)));
}

export function complement(range: Range): Range {
  const result: Interval[] = [];
  let from: VersionKey | null = null;
  for (const interval of range) {
    if (interval.from !== null && !isEmpty({ from, to: interval.from }))
      result.push({ from, to: interval.from });
    if (interval.to === null) return result;
    from = interval.to;
  }
  return [...result, { from, to: null }];
}

/** Is every version of the first range in the second one? */
export function isInside(inner: Range, outer: Range): boolean {
  return intersect(inner, complement(outer)).length === 0;
}

export function contains(range: Range, key: VersionKey): boolean {
  const at = { ...key, side: -1 as const };
  const behind = { ...key, side: 1 as const };
  return intersect(range, [{ from: at, to: behind }]).length > 0;
}

function isEmpty({ from, to }: Interval): boolean {
  return from !== null && to !== null && compareKeys(from, to) >= 0;
}

function compareFrom(a: VersionKey | null, b: VersionKey | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareKeys(a, b);
}

function compareTo(a: VersionKey | null, b: VersionKey | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compareKeys(a, b);
}
