import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { clonedFolders } from './cloned';
import { wordsOf } from './line-words';
import { commandReferences } from './words';

/** A fenced block of commands (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
const FENCE =
  /^([ \t]*)(```+|~~~+)[ \t]*(?:bash|sh|shell|zsh|console|shell-session)\b[^\n]*\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** Commands in blocks of a Markdown document: `cd libs/models`, `pytest libs/models/tests`. They run where the document lies, or at the top. */
export const documentShell: ConfigReferenceKind = {
  id: 'document-shell',
  files: /\.(md|markdown)$/i,
  find(text, names, path) {
    const clones = clonedFolders(text);
    const edits = [...text.matchAll(FENCE)].flatMap((match): ConfigEdit[] => {
      const at = match.index + match[0].indexOf('\n') + 1;
      return commandReferences(match[3], names, path, wordsOf(match[3]), clones).edits.map((edit) => ({
        ...edit,
        start: edit.start + at,
        end: edit.end + at,
      }));
    });
    return { edits, doubts: [] };
  },
};
