import { isModule } from '../../project/names';
import type { PlannedEdit } from '../../plan/types';
import { newNameOf, plannedEdit, type RewriteContext } from '../context';
import type { DocumentReferenceKind } from './kind';

/** As sphinx-apidoc makes them: `pkg.mod module`, with underscores behind backslashes (https://www.sphinx-doc.org/en/master/man/sphinx-apidoc.html). */
const TITLE =
  /^(?:(([=\-~^"'*+#:.])\2{2,})[ \t]*\n)?([A-Za-z_](?:\w|\\_)*(?:\.(?:\w|\\_)+)+)((?: (?:[Ss]ub)?(?:[Mm]odule|[Pp]ackage))?)[ \t]*\n(([=\-~^"'*+#:.])\6{2,})[ \t]*$/gm;

/** A title of reStructuredText that is the dotted name of a module, alone or with that word behind it; the lines around it grow with it. */
export const documentTitle: DocumentReferenceKind = {
  id: 'document-title',
  isProse: true,
  find: (context) =>
    /\.(rst|rest|txt)$/i.test(context.info.path)
      ? [...context.text.matchAll(TITLE)].flatMap((match) => titleEdits(context, match))
      : [],
};

function titleEdits(context: RewriteContext, match: RegExpExecArray): PlannedEdit[] {
  const [all, above, , written, word, below] = match;
  const name = written.replaceAll('\\_', '_');
  const target = newNameOf(context.mapping, name);
  if (!isModule(context.project, name) || target === name) return [];
  const text = written.includes('\\_') ? target.replaceAll('_', '\\_') : target;
  const start = match.index + (above === undefined ? 0 : all.indexOf('\n') + 1);
  const evidence = 'document-title: the name of a module';
  const grown = (line: string | undefined, end: number) => {
    const missing = text.length + word.length - (line?.length ?? Infinity);
    return line !== undefined && missing > 0
      ? [plannedEdit(context, { start: end, end }, line[0].repeat(missing), 'string', evidence)]
      : [];
  };
  return [
    ...grown(above, match.index + (above?.length ?? 0)),
    plannedEdit(context, { start, end: start + written.length }, text, 'string', evidence),
    ...grown(below, match.index + all.lastIndexOf(below) + below.length),
  ];
}
