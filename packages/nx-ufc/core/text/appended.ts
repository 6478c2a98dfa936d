import type { Edit } from './edits';
import { newlineAt } from './lines';

/** The edit that puts lines at the end of a text, as it ends its own. */
export function appendedLines(text: string, lines: readonly string[]): Edit {
  const newline = newlineAt(text, text.length);
  const lead = text === '' || text.endsWith('\n') ? '' : newline;
  return {
    start: text.length,
    end: text.length,
    text: lead + lines.map((line) => line + newline).join(''),
  };
}
