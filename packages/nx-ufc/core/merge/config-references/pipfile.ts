import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { upwardPathsIn } from './upward-path';
import { commandReferences } from './words';

/** The table of commands; what the other tables name are distributions (https://pipenv.pypa.io/en/latest/scripts.html). */
const SCRIPTS = /^\[scripts\][ \t]*\r?\n((?:(?!\[)[^\n]*(?:\n|$))*)/m;

/** Commands in a Pipfile, and distributions by path. */
export const pipfile: ConfigReferenceKind = {
  id: 'pipfile',
  files: /(^|\/)Pipfile$/,
  find(text, names, path) {
    const match = SCRIPTS.exec(text);
    const from = match ? match.index + match[0].length - match[1].length : text.length;
    const to = from + (match?.[1].length ?? 0);
    const { edits, doubts } = commandReferences(text.slice(from, to), names, path);
    const placed = (list: typeof edits) =>
      list.map((edit) => ({ ...edit, start: edit.start + from, end: edit.end + from }));
    const isCommand = ({ start }: ConfigEdit) => from <= start && start < to;
    const paths = upwardPathsIn(text, names, path).filter((edit) => edit.certain && !isCommand(edit));
    return { edits: [...placed(edits), ...paths], doubts: placed(doubts) };
  },
};
