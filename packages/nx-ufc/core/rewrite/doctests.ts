import type { StringFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { rewriteExamples } from './example-lines';

/** Edits for the doctests of a file. A literal with escapes is left alone: its offsets are not those of the code. */
export function rewriteDoctests(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings
    .filter(
      (string) => string.role === 'docstring' && string.value.includes('>>>') && isVerbatim(context, string),
    )
    .flatMap((string) =>
      rewriteExamples(
        context,
        string.span.start + string.prefix.length + string.quote.length,
        string.span.end - string.quote.length,
      ),
    );
}

function isVerbatim(context: RewriteContext, string: StringFact): boolean {
  return /r/i.test(string.prefix) || !context.text.slice(string.span.start, string.span.end).includes('\\');
}
