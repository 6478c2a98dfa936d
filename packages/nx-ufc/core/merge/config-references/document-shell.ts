import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { clonedFolders } from './cloned';
import { wordsOf } from './line-words';
import { commandReferences } from './words';

/** A fenced block of commands (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
const FENCE =
  /^([ \t]*)(```+|~~~+)[ \t]*(?:bash|sh|shell|zsh|console|shell-session)\b[^\n]*\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** A line behind a prompt, in whatever block: `$ vim pkg/app.py`, `(venv) $ …`. */
const PROMPT = /^[ \t]*(?:\([\w.-]+\)[ \t]*)?\$[ \t]+([^\n]+)/gm;

/** Commands in blocks of a Markdown document: `cd libs/models`, `pytest libs/models/tests`. They run where the document lies, or at the top. */
export const documentShell: ConfigReferenceKind = {
  id: 'document-shell',
  files: /\.(md|markdown)$/i,
  find(text, names, path) {
    const clones = clonedFolders(text);
    const blocks = [...text.matchAll(FENCE)].map(({ 0: whole, 3: body, index }) => ({
      body,
      at: index + whole.indexOf('\n') + 1,
    }));
    const isFree = (at: number) =>
      !blocks.some((block) => block.at <= at && at < block.at + block.body.length);
    const lines = [...text.matchAll(PROMPT)].map(({ 0: whole, 1: body, index }) => ({
      body,
      at: index + whole.length - body.length,
    }));
    const edits = [...blocks, ...lines.filter(({ at }) => isFree(at))].flatMap(({ body, at }): ConfigEdit[] =>
      commandReferences(body, names, path, wordsOf(body), clones).edits.map((edit) => ({
        ...edit,
        start: edit.start + at,
        end: edit.end + at,
      })),
    );
    return { edits, doubts: [] };
  },
};
