import { operationsBetween } from '../data/between';
import { same } from '../data/same';
import type { DataTable, DataValue } from '../data/value';
import { isDataTable, ownKey, putKey } from '../data/value';
import { mergeArrays } from './arrays';
import type { Conflict, Merge3, MergeNode, Report } from './types';

/**
 * Merge the template's changes into the user's data, key by key. Texts of requirements are compared by their normalised
 * names, other items by what identifies them; where that is ambiguous, and where both changed the same, the user's value stays
 * and a conflict is reported.
 * @param base what both started from; undefined when nothing is known of it: then only additions of the template are taken
 * @returns plain data; the edits are for `editToml`, `editYaml` or `editJson` on the user's text
 */
export function merge3(
  base: DataValue | undefined,
  ours: DataValue | undefined,
  theirs: DataValue | undefined,
): Merge3 {
  const conflicts: Conflict[] = [];
  const report: Report = (conflict) => {
    conflicts.push(conflict);
    return { value: conflict.yours, baseline: conflict.base };
  };
  const mergeNode: MergeNode = (b, o, t, path) => {
    if (same(o, t) || same(b, t)) return { value: o, baseline: t };
    if (same(b, o)) return { value: t, baseline: t };
    const conflict = { path, base: b, yours: o, theirs: t };
    if (isDataTable(o) && isDataTable(t)) return mergeTables(isDataTable(b) ? b : {}, o, t, path, mergeNode);
    if (Array.isArray(o) && Array.isArray(t))
      return mergeArrays(Array.isArray(b) ? b : [], o, t, path, mergeNode) ?? report(conflict);
    return report(conflict);
  };
  const { value, baseline } = mergeNode(base, ours, theirs, []);
  const edits = value === undefined ? [] : operationsBetween(ours, value);
  return { merged: value, edits, conflicts, baseline };
}

function mergeTables(
  base: DataTable,
  ours: DataTable,
  theirs: DataTable,
  path: Parameters<MergeNode>[3],
  mergeNode: MergeNode,
): { value: DataTable; baseline: DataTable } {
  const value: DataTable = {};
  const baseline: DataTable = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])) {
    const settled = mergeNode(ownKey(base, key), ownKey(ours, key), ownKey(theirs, key), [...path, key]);
    if (settled.value !== undefined) putKey(value, key, settled.value);
    if (settled.baseline !== undefined) putKey(baseline, key, settled.baseline);
  }
  return { value, baseline };
}
