import type { ConfigFinding, ConfigReferenceKind } from './kind';
import { commandReferences } from './words';

/** The table of commands; what the other tables name are distributions (https://pipenv.pypa.io/en/latest/scripts.html). */
const SCRIPTS = /^\[scripts\][ \t]*\r?\n((?:(?!\[)[^\n]*(?:\n|$))*)/m;

/** Commands in a Pipfile. */
export const pipfile: ConfigReferenceKind = {
  id: 'pipfile',
  files: /(^|\/)Pipfile$/,
  find(text, names, path) {
    const found: ConfigFinding = { edits: [], doubts: [] };
    const match = SCRIPTS.exec(text);
    if (!match) return found;
    const from = match.index + match[0].length - match[1].length;
    const { edits, doubts } = commandReferences(match[1], names, path);
    const placed = (list: typeof edits) =>
      list.map((edit) => ({ ...edit, start: edit.start + from, end: edit.end + from }));
    return { edits: placed(edits), doubts: placed(doubts) };
  },
};
