import type { Edit } from '../../text/edits';
import { applyEdits } from '../../text/edits';
import { applyOperation } from './apply';
import { operationsBetween } from './between';
import type { EditResult, Operation } from './operation';
import { same } from './same';
import type { DataValue } from './value';
import { valueAt } from './value';

/** A comment token: its text and where it lies. */
export interface Comment {
  text: string;
  start: number;
  end: number;
}

/** What an editor must know of a format. `Document` is a parsed text with positions. */
export interface Format<Document> {
  /** @throws on invalid text, and on what cannot be edited safely */
  parse(text: string): Document;
  /** The meaning of a text; by another parser than `parse` where there is one. */
  data(text: string, document: Document): DataValue;
  comments(document: Document): Comment[];
  /** The splices of an operation that changes something. `set` never replaces a table by a table or an array by an array. */
  splices(document: Document, operation: Operation): Edit[];
}

interface State<Document> {
  text: string;
  document: Document;
  data: DataValue;
}

const BOM = '\uFEFF';

/**
 * Edit a text by splices: what is not edited keeps its bytes, comments and order. After every operation the text must parse,
 * mean exactly what the operation means on plain data, and have the same comments; else nothing is returned but the conflict.
 */
export function editText<Document>(
  format: Format<Document>,
  text: string,
  operations: readonly Operation[],
): EditResult {
  const bom = text.startsWith(BOM) ? BOM : '';
  const applied: Operation[] = [];
  const dropped: string[] = [];
  let current: State<Document> | null = null;
  for (const operation of operations) {
    try {
      current ??= read(format, text.slice(bom.length));
      const expected = applyOperation(current.data, operation);
      if (same(current.data, expected)) continue;
      for (const step of stepsOf(operation, current.data)) current = carryOut(format, current, step, dropped);
      if (!same(current.data, expected)) throw new Error('the edit would change something else');
      applied.push(operation);
    } catch (error) {
      const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
      return { ok: false, conflict: `${operation.path.join('.')}: ${message}`, operation };
    }
  }
  return { ok: true, text: current ? bom + current.text : text, applied, dropped };
}

/** What was read last of a format: edits of one text follow one another. */
const lastRead = new WeakMap<object, State<unknown>>();

function read<Document>(format: Format<Document>, text: string): State<Document> {
  const last = lastRead.get(format);
  if (last?.text === text) return last as State<Document>;
  const document = format.parse(text);
  const state = { text, document, data: format.data(text, document) };
  lastRead.set(format, state);
  return state;
}

/** Tables and arrays are changed by their keys and items, so that what stays in them stays as it is written. */
function stepsOf(operation: Operation, data: DataValue): Operation[] {
  if (operation.op === 'set')
    return operationsBetween(valueAt(data, operation.path), operation.value, operation.path);
  if (operation.op !== 'append') return [operation];
  const { path, value } = operation;
  const present = valueAt(data, path);
  return Array.isArray(present)
    ? [{ op: 'insert', path: [...path, present.length], value }]
    : [{ op: 'set', path, value: [value] }];
}

function carryOut<Document>(
  format: Format<Document>,
  state: State<Document>,
  step: Operation,
  dropped: string[],
): State<Document> {
  const edits = format.splices(state.document, step);
  const next = read(format, applyEdits(state.text, edits));
  if (!same(next.data, applyOperation(state.data, step)))
    throw new Error('the edit would change more than this key');
  const isLost = (comment: Comment) =>
    edits.some((edit) => comment.start < edit.end && edit.start < comment.end);
  const comments = format.comments(state.document);
  const lost = comments.filter(isLost);
  if (lost.length > 0 && step.op !== 'remove')
    throw new Error(`the comment "${lost[0].text.trim()}" would be lost`);
  const kept = comments.filter((comment) => !isLost(comment));
  const after = format.comments(next.document);
  if (kept.length !== after.length || kept.some((comment, i) => comment.text !== after[i].text))
    throw new Error('a comment would change');
  dropped.push(...lost.map((comment) => comment.text));
  return next;
}
