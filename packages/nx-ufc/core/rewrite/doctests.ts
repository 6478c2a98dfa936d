import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { rewriteExamples } from './example-lines';

/**
 * Edits for the doctests of a file. Escapes do not matter: they stand inside of literals of the examples, and what follows
 * the move are imports and names.
 */
export function rewriteDoctests(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings
    .filter((string) => string.role === 'docstring' && string.value.includes('>>>'))
    .flatMap((string) =>
      rewriteExamples(
        context,
        string.span.start + string.prefix.length + string.quote.length,
        string.span.end - string.quote.length,
      ),
    );
}
