import { applyOperation } from '../data/apply';
import { operationsBetween } from '../data/between';
import type { Operation } from '../data/operation';
import { same } from '../data/same';
import type { DataPath, DataValue } from '../data/value';
import { valueAt } from '../data/value';
import { EDITORS, type StructuredFormat } from '../formats';
import { merge3 } from './merge3';
import type { Conflict } from './types';

export interface MergedTexts {
  /** The user's text with the template's changes. */
  text: string;
  edits: Operation[];
  conflicts: Conflict[];
  /** The base of the next merge: the template's text, with the old values wherever there is a conflict. */
  baseline: string;
}

interface Input {
  format: StructuredFormat;
  base: string;
  ours: string;
  theirs: string;
}

/**
 * Merge three texts of one structured format; see `merge3`. What cannot be written without touching something else, and what
 * would take a comment of the user with it, is a conflict too, with its reason.
 * @param base text that both started from; null when there is none
 * @throws on invalid text, with the parser's message
 */
export function mergeTexts(
  format: StructuredFormat,
  base: string | null,
  ours: string,
  theirs: string,
): MergedTexts {
  const { data } = EDITORS[format];
  const start = base === null ? undefined : data(base);
  const [yours, wanted] = [data(ours), data(theirs)];
  if (base === ours) return { text: theirs, edits: [], conflicts: [], baseline: theirs };
  const merge = merge3(start, yours, wanted);
  const input = { format, base: base ?? '', ours, theirs };
  const conflicts = [...merge.conflicts];
  const refused = new Set<string>();
  let { merged, baseline } = merge;
  for (;;) {
    const edits = merged === undefined ? [] : operationsBetween(yours, merged);
    const done = carryOut(input, edits);
    if (!done.failed) return { text: done.text, edits, conflicts, baseline: baselineText(input, baseline) };
    const path = wholeKey(done.failed.path);
    const conflict = (at: DataPath): Conflict => ({
      path: at,
      base: valueAt(start, at),
      yours: valueAt(yours, at),
      theirs: valueAt(wanted, at),
      reason: done.reason,
    });
    // A document that is a list has no key that could be left out, and what was left out cannot fail again.
    if (path.length === 0 || refused.has(path.join('\0')))
      return { text: ours, edits: [], conflicts: [conflict([])], baseline: input.base };
    refused.add(path.join('\0'));
    conflicts.push(conflict(path));
    merged = withValue(merged!, path, valueAt(yours, path));
    if (baseline !== undefined) baseline = withValue(baseline, path, valueAt(start, path));
  }
}

function carryOut(
  { format, base, ours }: Input,
  edits: readonly Operation[],
): { text: string; failed?: Operation; reason?: string } {
  const editor = EDITORS[format];
  const known = new Set(base === '' ? [] : editor.comments(base));
  let text = ours;
  for (const edit of edits) {
    const result = editor.edit(text, [edit]);
    if (!result.ok) return { text, failed: edit, reason: result.conflict };
    const lost = result.dropped.find((comment) => !known.has(comment.trim()));
    if (lost !== undefined)
      return { text, failed: edit, reason: `your comment "${lost.trim()}" would go with it` };
    text = result.text;
  }
  return { text };
}

/** Where the baseline cannot be written as an edit of the template's text the old one stays: then more comes back, never less. */
function baselineText({ format, base, theirs }: Input, baseline: DataValue | undefined): string {
  const editor = EDITORS[format];
  if (baseline === undefined || (base !== '' && same(editor.data(base), baseline))) return base;
  const result = editor.edit(theirs, operationsBetween(editor.data(theirs), baseline));
  return result.ok ? result.text : base;
}

/** The path up to the first array, [] when that is the document: items have no place of their own once others are left out. */
function wholeKey(path: DataPath): DataPath {
  const item = path.findIndex((part) => typeof part === 'number');
  return item >= 0 ? path.slice(0, item) : path;
}

function withValue(data: DataValue, path: DataPath, value: DataValue | undefined): DataValue {
  return applyOperation(data, value === undefined ? { op: 'remove', path } : { op: 'set', path, value });
}
