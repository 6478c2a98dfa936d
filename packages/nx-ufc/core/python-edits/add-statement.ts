import type { Edit } from '../text/edits';
import type { Stmt } from '../python';
import { indentationAt, lineEnd, newlineAt } from '../text/lines';

/**
 * Put lines behind a statement, at its depth. @param lines without indentation of their own; empty ones stay empty
 * @param blank empty lines between
 */
export function addAfter(text: string, statement: Stmt, lines: readonly string[], blank = 0): Edit {
  const newline = newlineAt(text, statement.end);
  const end = lineEnd(text, statement.end);
  const indent = indentationAt(text, statement.start);
  const shifted = lines.map((line) => (line === '' ? '' : indent + line));
  const added = `${newline.repeat(blank + 1)}${shifted.join(newline)}`;
  return { start: end, end, text: end === text.length ? `${added}${newline}` : added };
}
