import type { PlannedEdit } from '../plan/types';
import type { StringFact } from '../python/facts/types';
import type { RewriteContext } from './context';
import { rewriteExamples } from './example-lines';

/**
 * Edits for the doctests of a file. Escapes do not matter: they stand inside of literals of the examples, and what follows
 * the move are imports and names.
 */
export function rewriteDoctests(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings
    .filter((string) => string.value.includes('>>>') && holdsExamples(string))
    .flatMap((string) =>
      rewriteExamples(
        context,
        string.span.start + string.prefix.length + string.quote.length,
        string.span.end - string.quote.length,
      ),
    );
}

/** A docstring, or a text over several lines that becomes one (`__doc__ = TEXT`, `__test__`), or that a test gives to doctest. */
function holdsExamples({ role, quote, bytes, formatted, value }: StringFact): boolean {
  if (role === 'docstring') return true;
  return quote.length === 3 && !bytes && !formatted && /^[ \t]*>>> /m.test(value);
}
