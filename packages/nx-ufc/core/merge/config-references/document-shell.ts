import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { clonedFolders } from './cloned';
import { wordsOf } from './line-words';
import { commandReferences } from './words';

/** A line that begins or ends a fenced block (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[^\n]*\n?/gm;
const SHELL = /^(bash|sh|shell|zsh|console|shell-session)$/;
/** In a block that does not say what it holds. */
const COMMAND =
  /^[ \t]*(?:(?:sudo|poetry run|pipenv run|uv run|pdm run)[ \t]+)?(?:cp|mv|rm|cd|cat|ls|vim?|nano|source|python[\d.]*|pytest|mypy|flake8|black|ruff|isort|pylint|gunicorn|uvicorn|celery|flask|alembic|docker|docker-compose|make)[ \t][^\n]*/gm;
/** A line behind a prompt, in whatever block: `$ vim pkg/app.py`, `(venv) $ …`. */
const PROMPT = /^[ \t]*(?:\([\w.-]+\)[ \t]*)?\$[ \t]+([^\n]+)/gm;

/** Commands in blocks of a Markdown document: `cd libs/models`, `pytest libs/models/tests`. They run where the document lies, or at the top. */
export const documentShell: ConfigReferenceKind = {
  id: 'document-shell',
  files: /\.(md|markdown)$/i,
  find(text, names, path) {
    const clones = clonedFolders(text);
    const blocks = commandsIn(text);
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

/** Blocks of commands, and the lines that are some in a block without a language. */
function commandsIn(text: string): { body: string; at: number }[] {
  const found: { body: string; at: number }[] = [];
  let open: { fence: string; language: string; from: number } | null = null;
  for (const { 0: line, 1: fence, 2: language, index } of text.matchAll(FENCE)) {
    if (!open) open = { fence, language, from: index + line.length };
    else if (fence.startsWith(open.fence) && language === '') {
      const { from } = open;
      const body = text.slice(from, index);
      if (SHELL.test(open.language)) found.push({ body, at: from });
      else if (open.language === '')
        found.push(...[...body.matchAll(COMMAND)].map((one) => ({ body: one[0], at: from + one.index })));
      open = null;
    }
  }
  return found;
}
