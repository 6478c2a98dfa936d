import { applyOperation } from '../merge/data/apply';
import { operationsBetween } from '../merge/data/between';
import type { Format } from '../merge/data/edit';
import { editText } from '../merge/data/edit';
import type { DataValue } from '../merge/data/value';
import { valueAt } from '../merge/data/value';
import { merge3 } from '../merge/three-way/merge3';
import type { Conflict as DataConflict } from '../merge/three-way/types';
import type { Accept, FileMerge } from './merge-file';

/**
 * Merge a file of data key by key. What merges is written even when other keys are in conflict, and the base moves for it;
 * only the keys in conflict come back. Comments and order are the person's.
 */
export function mergeData<Document>(
  format: Format<Document>,
  base: string,
  yours: string,
  theirs: string,
  accept: Accept,
): FileMerge {
  const failed = (where: string): FileMerge => ({
    text: accept === 'theirs' ? theirs : yours,
    base: accept === null ? base : theirs,
    conflicts: accept === null ? [{ where, base, yours, theirs }] : [],
    marked: null,
  });
  const data = [base, yours, theirs].map((text) => read(format, text));
  const [b, o, t] = data.map((side) => side.value);
  const problem = data.find((side) => side.problem !== null)?.problem;
  if (problem) return failed(problem);
  const merge = merge3(b, o, t);
  const wanted = accept === 'theirs' ? settled(merge.merged!, merge.conflicts) : merge.merged!;
  const edited = editText(format, yours, operationsBetween(o, wanted));
  if (!edited.ok) return failed(edited.conflict);
  if (merge.conflicts.length === 0 || accept !== null)
    return { text: edited.text, base: theirs, conflicts: [], marked: null };
  const moved = editText(format, theirs, operationsBetween(t, merge.baseline!));
  return {
    text: edited.text,
    base: moved.ok ? moved.text : base,
    conflicts: merge.conflicts.map((conflict) => ({
      where: conflict.path.join('.'),
      base: shown(conflict.base),
      yours: shown(conflict.yours),
      theirs: shown(conflict.theirs),
    })),
    marked: null,
  };
}

function read<Document>(
  format: Format<Document>,
  text: string,
): { value: DataValue | undefined; problem: string | null } {
  try {
    return { value: format.data(text, format.parse(text)), problem: null };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { value: undefined, problem: `the file cannot be read: ${message}` };
  }
}

/** The merged data with the template's value at every conflict; from the last, so that the places of items before stay. */
function settled(merged: DataValue, conflicts: readonly DataConflict[]): DataValue {
  return [...conflicts].reverse().reduce<DataValue>((data, { path, yours, theirs }) => {
    if (theirs === undefined) return applyOperation(data, { op: 'remove', path });
    const isItem = yours === undefined && Array.isArray(valueAt(data, path)) && !Array.isArray(theirs);
    return applyOperation(data, { op: isItem ? 'append' : 'set', path, value: theirs });
  }, merged);
}

const shown = (value: DataValue | undefined): string => (value === undefined ? '' : JSON.stringify(value));
