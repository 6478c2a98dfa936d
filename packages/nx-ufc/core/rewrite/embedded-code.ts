import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { literalText } from './literal-text';
import { mayImport, rewriteProgram } from './program';

/**
 * Edits in literals that are Python programs: `exec`ed, written to a file, given to `python -c`. A literal counts as one
 * when all of it parses, indented or not, and it imports a package that moved.
 */
export function rewriteEmbeddedCode(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings.flatMap((string) => {
    if (string.bytes || string.formatted || string.role === 'docstring' || !mayImport(context, string.value))
      return [];
    const literal = literalText(context.text, string);
    return literal ? rewriteProgram(context, literal, 'code in a string') : [];
  });
}
