import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { Rewrite } from './context';
import type { MoveMapping } from './mapping';
import { columnAt, lineNumberAt } from '../text/lines';

/** The file that edits are made on. */
export interface EditedFile {
  text: string;
  info: { path: string };
  mapping: MoveMapping;
}

/** A review item that shows the edit which would follow the move. */
export function proposedEdit(
  file: Pick<EditedFile, 'text' | 'info'>,
  edit: PlannedEdit,
  rule: string,
  message: string,
): ReviewItem {
  return {
    path: file.info.path,
    line: edit.line,
    column: columnAt(file.text, edit.start),
    rule,
    message,
    // Some only mark a place.
    ...(edit.before === edit.text ? {} : { proposal: { before: edit.before, after: edit.text } }),
  };
}

/** A file is read that does not come along (`setup.py`, which pyproject.toml replaces): no edit helps, somebody must see. */
export function leftFile(file: Pick<EditedFile, 'text' | 'info'>, offset: number, path: string): ReviewItem {
  return {
    path: file.info.path,
    line: lineNumberAt(file.text, offset),
    column: columnAt(file.text, offset),
    rule: 'PATH_REFERENCE',
    message: `${path} is read here, and does not come along`,
  };
}

/** Edits of one kind of reference; what they would be, for review, where the map switches the kind off. */
export function switchable(file: EditedFile, kind: string, edits: readonly PlannedEdit[]): Rewrite {
  if (!file.mapping.off?.has(kind)) return { edits: [...edits], review: [] };
  const message = `the kind ${kind} is switched off; left as it is`;
  return { edits: [], review: edits.map((edit) => proposedEdit(file, edit, 'REFERENCE_OFF', message)) };
}

/** Several results as one. */
export function joined(rewrites: readonly Rewrite[]): Rewrite {
  return {
    edits: rewrites.flatMap((rewrite) => rewrite.edits),
    review: rewrites.flatMap((rewrite) => rewrite.review),
  };
}
