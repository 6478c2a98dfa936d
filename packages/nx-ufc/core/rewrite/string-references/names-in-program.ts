import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { STRING_REFERENCE_KINDS } from './index';
import { rewriteStrings } from './rewrite-strings';

const IMPORTING = new Set([
  'distribution-name',
  ...STRING_REFERENCE_KINDS.flatMap(({ id, inProgram }) => (inProgram ? [id] : [])),
]);
const ANY = new Set(STRING_REFERENCE_KINDS.flatMap(({ id, inProgram }) => (inProgram === 'any' ? [id] : [])));

/** Edits for the certain references in the literals of a program that stands inside of another text. */
export function namesInProgram(context: RewriteContext): PlannedEdit[] {
  const kinds = context.isShown || context.facts.imports.length > 0 ? IMPORTING : ANY;
  return rewriteStrings(context).edits.filter(({ evidence }) => kinds.has(evidence.split(':', 1)[0]));
}
