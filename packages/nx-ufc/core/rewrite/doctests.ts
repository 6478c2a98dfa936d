import type { PlannedEdit } from '../plan/types';
import type { StringFact } from '../python/facts/types';
import type { RewriteContext } from './context';
import { rewriteExamples } from './example-lines';
import { rootStyle } from './root-binding';
import { namesRoot } from './root-places';

/**
 * Edits for the doctests of a file. Escapes do not matter: they stand inside of literals of the examples, and what follows
 * the move are imports and names.
 */
export function rewriteDoctests(context: RewriteContext): PlannedEdit[] {
  const imported = importedRoots(context);
  return context.facts.strings
    .filter(
      (string) =>
        string.value.includes('>>>') &&
        namesRoot(context, string.span.start, string.span.end) &&
        holdsExamples(string),
    )
    .flatMap((string) =>
      rewriteExamples(
        context,
        string.span.start + string.prefix.length + string.quote.length,
        string.span.end - string.quote.length,
        imported,
      ),
    );
}

/** Examples run with the names of their module (https://docs.python.org/3/library/doctest.html#what-s-the-execution-context): those of packages that it imports change there. */
function importedRoots(context: RewriteContext): string[] {
  const bindings = context.facts.scopes[0]?.bindings ?? {};
  return [...context.mapping.roots].filter(
    (root) => Object.hasOwn(bindings, root) && rootStyle(context, 0, root) === 'rename',
  );
}

/** A docstring, or a text over several lines that becomes one (`__doc__ = TEXT`, `__test__`), or that a test gives to doctest. */
function holdsExamples({ role, quote, bytes, formatted, value }: StringFact): boolean {
  if (role === 'docstring') return true;
  return quote.length === 3 && !bytes && !formatted && /^[ \t]*>>> /m.test(value);
}
