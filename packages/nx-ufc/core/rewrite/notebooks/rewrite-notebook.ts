import type { PlannedEdit, ReviewItem } from '../../plan/types';
import type { ProjectFacts } from '../../project/types';
import { columnAt, lineNumberAt } from '../../text/lines';
import type { Rewrite, RewriteContext } from '../context';
import { documentContext, rewriteDocument } from '../document';
import { documentCommand } from '../document-references/document-command';
import { matchedEdits } from '../document-references/kind';
import { placedEdits, type LiteralText } from '../literal-text';
import { namesPackage, type MoveMapping } from '../mapping';
import { withoutOverlaps } from '../overlaps';
import { joined, switchable } from '../proposal';
import { notebookCells } from './cells';
import { rewriteCells } from './code-cells';

/** Notebooks of Jupyter. */
export const NOTEBOOK = /\.ipynb$/i;

/** Magics that import a module (https://ipython.readthedocs.io/en/stable/interactive/magics.html). */
const LOADS =
  /^[ \t]*%(?:(?:re|un)?load_ext|aimport|run[ \t]+(?:-\w[ \t]+)*-m)[ \t]+([A-Za-z_]\w*(?:\.\w+)*)(?![\w./:-])/gm;

/**
 * Edits for a notebook: the code of its cells, the modules that magics and commands of the shell in them name, and what the prose says. The
 * output of cells stays as it is, it is made anew when they run.
 */
export function rewriteNotebook(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): Rewrite {
  const cells = namesPackage(mapping, text) ? notebookCells(text) : null;
  if (!cells) return { edits: [], review: [] };
  const context = documentContext(project, mapping, path, text);
  const code = cells.flatMap(({ type, source }) => (type === 'code' ? [source] : []));
  const found = withoutOverlaps(
    rewriteCells(context, code, 'code of a notebook'),
    code.flatMap((cell) => named(context, cell).flatMap((edit) => placedEdits(text, cell, edit))),
  );
  const prose = cells.filter(({ type }) => type === 'markdown').map(({ source }) => proseOf(context, source));
  const all = joined([switchable(context, 'notebook', found), ...prose]);
  return { ...all, edits: all.edits.map((edit) => inJson(text, edit)) };
}

/** What magics and commands in a cell name. */
function named(context: RewriteContext, { value }: LiteralText): PlannedEdit[] {
  const cell = { ...context, text: value };
  return [...matchedEdits(cell, 'notebook', LOADS, false), ...documentCommand.find(cell)];
}

/** Prose is a document within the file. */
function proseOf({ project, mapping, info, text }: RewriteContext, cell: LiteralText): Rewrite {
  const { edits, review } = rewriteDocument(project, mapping, info.path, cell.value);
  return {
    edits: edits.flatMap((edit) => placedEdits(text, cell, edit)),
    review: review.map((item) => placedItem(text, cell, item)),
  };
}

function placedItem(text: string, { value, offsets }: LiteralText, item: ReviewItem): ReviewItem {
  const before = value.split('\n').slice(0, item.line - 1);
  const start = offsets[before.reduce((sum, line) => sum + line.length + 1, 0) + item.column - 1];
  return { ...item, line: lineNumberAt(text, start), column: columnAt(text, start) };
}

/** What an edit writes, as a literal of JSON has it. */
function inJson(text: string, edit: PlannedEdit): PlannedEdit {
  return { ...edit, before: text.slice(edit.start, edit.end), text: JSON.stringify(edit.text).slice(1, -1) };
}
