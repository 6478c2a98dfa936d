import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';

/** A title of reStructuredText: a line, and one below it of at least its length (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections). */
const TITLE =
  /^(?:[ \t]*\r?\n)*([ \t]*)([A-Za-z_]\w*(?:\.\w+)+)(\.?)[ \t]*\r?\n\1(([=\-~^"'*+#.:_`])\5{2,})[ \t]*(?=\r?\n|$)/;

/** The title of a module's docstring that is its own dotted name; the line below grows with it. */
export function rewriteDocstringTitle(context: RewriteContext): PlannedEdit[] {
  const { facts, info, mapping, text } = context;
  const string = facts.docstring;
  if (!string || !string.value.includes(info.name)) return [];
  const from = string.span.start + string.prefix.length + string.quote.length;
  const match = TITLE.exec(text.slice(from, string.span.end - string.quote.length));
  const target = newNameOf(mapping, info.name);
  if (!match || match[2] !== info.name || target === info.name) return [];
  const [all, , name, stop, line, mark] = match;
  const start = from + all.indexOf(name);
  const lineEnd = from + all.lastIndexOf(line) + line.length;
  const missing = target.length + stop.length - line.length;
  const evidence = 'docstring-title: the name of the module';
  const edits = [plannedEdit(context, { start, end: start + name.length }, target, 'string', evidence)];
  if (missing > 0)
    edits.push(
      plannedEdit(context, { start: lineEnd, end: lineEnd }, mark.repeat(missing), 'string', evidence),
    );
  return edits;
}
