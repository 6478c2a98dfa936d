import type { PlannedEdit } from '../plan/types';
import { rewriteCodeBlocks, unique } from './code-blocks';
import type { RewriteContext } from './context';
import { namesRoot } from './root-places';

/** Edits for the code that docstrings show: in blocks, as documents do, and that begins with an import statement. */
export function rewriteDocstringCode(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings.flatMap(({ role, span, prefix, quote, value }) => {
    if (role !== 'docstring' || quote.length !== 3 || !namesRoot(context, span.start, span.end)) return [];
    if (!/::|```|~~~|(?:^|\n)[ \t]*(?:from|import)[ \t]/.test(value)) return [];
    const start = span.start + prefix.length + quote.length;
    return unique(rewriteCodeBlocks(context, start, span.end - quote.length, 'docstring'));
  });
}
