import { applyOperation } from '../merge/data/apply';
import { operationsBetween } from '../merge/data/between';
import type { DataValue } from '../merge/data/value';
import { valueAt } from '../merge/data/value';
import type { StructuredFormat } from '../merge/formats';
import { EDITORS } from '../merge/formats';
import { mergeTexts } from '../merge/three-way/merge-texts';
import type { Conflict as DataConflict } from '../merge/three-way/types';
import type { Accept, FileMerge } from './merge-file';

/**
 * Merge a file of data key by key. What merges is written even when other keys are in conflict, and the base moves for it;
 * only the keys in conflict come back. Comments and order are the person's.
 */
export function mergeData(
  format: StructuredFormat,
  base: string,
  yours: string,
  theirs: string,
  accept: Accept,
): FileMerge {
  try {
    const merge = mergeTexts(format, base, yours, theirs);
    const text = accept === 'theirs' ? withTheirs(format, merge.text, merge.conflicts) : merge.text;
    const isSettled = accept !== null || merge.conflicts.length === 0;
    return {
      text,
      base: isSettled ? theirs : merge.baseline,
      conflicts: isSettled ? [] : merge.conflicts.map(shownConflict),
      marked: null,
    };
  } catch (error) {
    if (accept !== null)
      return { text: accept === 'ours' ? yours : theirs, base: theirs, conflicts: [], marked: null };
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const where = `this cannot be merged: ${message}`;
    return { text: yours, base, conflicts: [{ where, base, yours, theirs }], marked: null };
  }
}

/** A text with the template's value at every conflict. @throws when it cannot be written without touching something else */
function withTheirs(format: StructuredFormat, text: string, conflicts: readonly DataConflict[]): string {
  const { data, edit } = EDITORS[format];
  const present = data(text);
  const edited = edit(text, operationsBetween(present, settled(present, conflicts)));
  if (!edited.ok) throw new Error(edited.conflict);
  return edited.text;
}

/** From the last conflict to the first, so that the places of items before stay. */
function settled(present: DataValue, conflicts: readonly DataConflict[]): DataValue {
  return [...conflicts].reverse().reduce<DataValue>((data, { path, yours, theirs }) => {
    if (theirs === undefined) return applyOperation(data, { op: 'remove', path });
    const isItem = yours === undefined && Array.isArray(valueAt(data, path)) && !Array.isArray(theirs);
    return applyOperation(data, { op: isItem ? 'append' : 'set', path, value: theirs });
  }, present);
}

function shownConflict({ path, base, yours, theirs, reason }: DataConflict): FileMerge['conflicts'][number] {
  const shown = (value: DataValue | undefined): string => (value === undefined ? '' : JSON.stringify(value));
  const where = path.join('.') || 'the whole file';
  return {
    where: reason ? `${where}: ${reason}` : where,
    base: shown(base),
    yours: shown(yours),
    theirs: shown(theirs),
  };
}
