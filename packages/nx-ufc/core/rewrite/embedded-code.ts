import type { PlannedEdit } from '../plan/types';
import type { StringFact } from '../python/facts/types';
import type { RewriteContext } from './context';
import { filledTexts } from './filled-text';
import { concatenations, joinedText, literalText, type LiteralText } from './literal-text';
import { namesRoot } from './root-places';
import { mayImport, maySet, rewriteImportLines, rewriteProgram } from './program';

/**
 * Edits in literals that are Python programs: `exec`ed, written to a file, given to `python -c`. A literal, or an implicit
 * concatenation of several, counts as one when all of it parses, indented or not, and it imports a package that moved, or
 * has the name of one in a setting. A field of an f-string, of `format` or of `%` counts as a name.
 */
export function rewriteEmbeddedCode(context: RewriteContext): PlannedEdit[] {
  const literals = context.facts.strings.filter(({ role }) => role !== 'docstring');
  const hasRoot = ({ span }: StringFact) => namesRoot(context, span.start, span.end);
  return concatenations(context.text, literals, hasRoot).flatMap((parts) => {
    const value = parts.map((part) => part.value).join('');
    if (!mayImport(context, value) && !maySet(context, value)) return [];
    const literals = parts.map((part) => literalText(context.text, part));
    const whole = joinedText(literals);
    if (!whole) return [];
    const isPiece = /^\s*import\s+\w+\s*$/.test(whole.value);
    const rewrite = (text: LiteralText) => rewriteProgram({ ...context, isPiece }, text, 'code in a string');
    let program = rewrite(whole);
    if (program.length === 0 && !whole.hasFields)
      program =
        filledTexts(whole)
          .map(rewrite)
          .find((edits) => edits.length > 0) ?? [];
    return program.length === 0 && whole.value.includes('\n')
      ? rewriteImportLines(context, whole, 'code in a string')
      : program;
  });
}
