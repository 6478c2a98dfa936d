import { normaliseName } from '../../project/distributions';
import { canonical } from '../data/same';
import type { DataValue } from '../data/value';
import { isDataTable } from '../data/value';

/** What makes two items of different lists the same one. */
export type Identity = (item: DataValue) => string;

/** Keys that name a table of a list, by rank: uv's indexes, Poetry's sources, mypy's overrides, pre-commit's hooks. */
const NAMING_KEYS = ['name', 'id', 'module', 'key', 'repo', 'path', 'include', 'url', 'file'];
/** PEP 508: name, extras, the rest up to the marker, marker. */
const REQUIREMENT =
  /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*([<>=!~@(][^;]*)?(;.*)?$/;

/**
 * How to tell the items of three lists apart; null when two items of one list would be the same.
 * @returns `ordered: false` for lists of requirements, whose order means nothing
 */
export function identityOf(lists: readonly DataValue[][]): { identity: Identity; ordered: boolean } | null {
  const isUnique = (identity: Identity) =>
    lists.every((items) => new Set(items.map(identity)).size === items.length);
  const items = lists.flat();
  if (areRequirements(items)) {
    const found = [byRequirementName, byRequirement].find(isUnique);
    if (found) return { identity: found, ordered: false };
  }
  const naming = NAMING_KEYS.find(
    (key) =>
      items.length > 0 &&
      items.every((item) => isDataTable(item) && typeof item[key] === 'string') &&
      isUnique((item) => namedBy(item, key)),
  );
  if (naming) return { identity: (item) => namedBy(item, naming), ordered: true };
  return isUnique(canonical) ? { identity: canonical, ordered: true } : null;
}

function namedBy(item: DataValue, key: string): string {
  return canonical(isDataTable(item) ? item[key] : item);
}

/** Every text is a requirement, and one at least is more than a bare word; a table includes another dependency group. */
function areRequirements(items: readonly DataValue[]): boolean {
  const texts = items.filter((item): item is string => typeof item === 'string');
  return (
    items.every((item) => typeof item === 'string' || isDataTable(item)) &&
    texts.every((text) => REQUIREMENT.test(text)) &&
    texts.some((text) => /[<>=!~;[@(]/.test(text))
  );
}

function byRequirementName(item: DataValue): string {
  const match = typeof item === 'string' ? REQUIREMENT.exec(item) : null;
  return match ? normaliseName(match[1]) + (match[4] ?? '').replace(/\s/g, '') : canonical(item);
}

function byRequirement(item: DataValue): string {
  const match = typeof item === 'string' ? REQUIREMENT.exec(item) : null;
  return match ? byRequirementName(item) + (match[2] ?? '').replace(/\s/g, '') : canonical(item);
}
