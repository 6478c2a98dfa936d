import type { ReviewItem } from '../plan/types';
import { columnAt, lineNumberAt } from '../text/lines';
import { literalPattern } from '../text/pattern';

/** What stands before a variable that is a folder by itself. */
const AT_TOP = String.raw`(?:-C|\bcd|\bpushd)\s+["']?|(?<![\w.])\./`;

/**
 * The folder that moved, named by itself in a file that puts paths together from a variable: a list of services that a loop goes through
 * (`for s in orders billing; do docker build services/$s`), the matrix of a workflow.
 * @param place folder of the package
 * @returns the first place where it is named; null where no path is made like that
 */
export function folderInVariable(path: string, text: string, place: string): ReviewItem | null {
  const at = place.lastIndexOf('/');
  const before = at < 0 ? AT_TOP : String.raw`(?<![\w-])${literalPattern(place.slice(0, at))}/`;
  const made = new RegExp(String.raw`(?:${before})(?:\$|\{\{)[^\s"']*`).exec(text);
  const name = new RegExp(String.raw`(?<![\w./-])${literalPattern(place.slice(at + 1))}(?![\w./:-])`).exec(
    text,
  );
  if (!made || !name) return null;
  const message = `${name[0]} may mean the folder that moved, where ${made[0]} is put together; left as it is`;
  const line = lineNumberAt(text, name.index);
  return { path, line, column: columnAt(text, name.index), rule: 'CONFIG_REFERENCE', message };
}
