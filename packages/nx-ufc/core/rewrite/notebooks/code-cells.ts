import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { joinedText, type LiteralText } from '../literal-text';
import { isProgram, rewriteImportLines, rewriteProgram } from '../program';
import { isOtherLanguage, withoutMagics } from './magics';
import { notebookSearchPath } from './search-path';

/** A cell that is written to a file, or given to another Python. */
const OTHER_PROGRAM = /^\s*%%(?:writefile[ \t][^\n]*\.pyi?|python3?)[ \t]*\n/;

/**
 * Edits in the code of a notebook: all cells that parse are one program, since what one imports the next ones use. In a cell that does not
 * parse the import statements follow.
 * @param what it is, for the record
 */
export function rewriteCells(
  context: RewriteContext,
  cells: readonly LiteralText[],
  what: string,
): PlannedEdit[] {
  const read = cells.map((cell) => ({ cell, program: programOf(context, cell) }));
  const whole = joinedText(
    read.flatMap(({ program }) => (program?.isOwn === false ? [withNewline(program.text)] : [])),
  );
  const alone = read.flatMap(({ cell, program }) => {
    if (!program) return isOtherLanguage(cell.value) ? [] : rewriteImportLines(context, cell, what);
    return program.isOwn ? rewriteProgram(context, program.text, what) : [];
  });
  return [...(whole ? rewriteProgram(context, whole, what, notebookSearchPath) : []), ...alone];
}

/** The Python of a cell; null where there is none, or it does not parse. */
function programOf(context: RewriteContext, cell: LiteralText): { text: LiteralText; isOwn: boolean } | null {
  const head = OTHER_PROGRAM.exec(cell.value)?.[0].length ?? 0;
  if (head > 0) {
    const text = { ...cell, value: cell.value.slice(head), offsets: cell.offsets.slice(head) };
    return isProgram(context, text.value) ? { text, isOwn: true } : null;
  }
  if (isProgram(context, cell.value)) return { text: cell, isOwn: false };
  const value = withoutMagics(cell.value);
  return !isOtherLanguage(cell.value) && isProgram(context, value)
    ? { text: { ...cell, value }, isOwn: false }
    : null;
}

/** With a line break where the cell ends, so that the next one begins on a line of its own. */
function withNewline(cell: LiteralText): LiteralText {
  return { ...cell, value: `${cell.value}\n`, offsets: [...cell.offsets, cell.offsets.at(-1)!] };
}
