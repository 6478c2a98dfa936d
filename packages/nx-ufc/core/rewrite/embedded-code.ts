import type { StringFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { joinedText, literalText } from './literal-text';
import { BETWEEN_PARTS } from './literal-text';
import { mayImport, rewriteImportLines, rewriteProgram } from './program';

/**
 * Edits in literals that are Python programs: `exec`ed, written to a file, given to `python -c`. A literal, or an implicit
 * concatenation of several, counts as one when all of it parses, indented or not, and it imports a package that moved.
 */
export function rewriteEmbeddedCode(context: RewriteContext): PlannedEdit[] {
  return concatenations(context).flatMap((parts) => {
    if (!mayImport(context, parts.map((part) => part.value).join(''))) return [];
    const literals = parts.map((part) => literalText(context.text, part));
    const whole = joinedText(literals);
    if (!whole) return [];
    const program = rewriteProgram(context, whole, 'code in a string');
    const edits =
      program.length === 0 && whole.value.includes('\n')
        ? rewriteImportLines(context, whole, 'code in a string')
        : program;
    return edits.every((edit) => parts.some((part) => lies(edit, part))) ? edits : [];
  });
}

function lies(edit: PlannedEdit, { span }: StringFact): boolean {
  return span.start < edit.start && edit.end < span.end;
}

/** Literals that may hold code, those of one implicit concatenation together. */
function concatenations({ facts, text }: RewriteContext): StringFact[][] {
  const groups: StringFact[][] = [];
  for (const string of facts.strings) {
    if (string.formatted || string.role === 'docstring') continue;
    const last = groups.at(-1)?.at(-1);
    const between = last && text.slice(last.span.end, string.span.start);
    if (between !== undefined && last!.bytes === string.bytes && BETWEEN_PARTS.test(between))
      groups.at(-1)!.push(string);
    else groups.push([string]);
  }
  return groups;
}
