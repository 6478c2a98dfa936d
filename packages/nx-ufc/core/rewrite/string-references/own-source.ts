import { rootStyle } from '../root-binding';
import { leadingText, type StringReference, type StringReferenceKind } from './kind';

/** What may stand before a name in code, and means nothing else in a regular expression. */
const CODE = /(?:[\w, ]*[\w\])] ?= ?|\b(?:with|return|await|yield|assert|del|raise|import|from) |\w\()$/;

/**
 * A text of a test that is a line of its own file, as tests of debuggers and tracers expect them: `source_regex="^x = pkg.f"` beside `x = pkg.f(1)`.
 */
export const ownSource: StringReferenceKind = {
  id: 'own-source',
  match(reference) {
    const { context, string, path, alone } = reference;
    if (context.info.area !== 'test' || string.role === 'docstring') return null;
    // A text of several lines, or of several literals, may be a program with imports of its own.
    if (!alone || string.value.includes('\n')) return null;
    const lead = CODE.exec(leadingText(reference))?.[0].trimStart();
    if (!lead) return null;
    const code = lead + context.text.slice(path.start, path.end);
    return isCode(reference, lead.length, code) ? 'a line of the file itself' : null;
  },
};

/** Does such a line stand in the code of the file, with a name that follows the move? */
function isCode({ context, path }: StringReference, lead: number, code: string): boolean {
  const { facts, text } = context;
  return facts.references.some(
    ({ span, parts, inString, bindingScope }) =>
      !inString &&
      parts[0] === path.parts[0] &&
      text.startsWith(code, span.start - lead) &&
      bindingScope >= 0 &&
      rootStyle(context, bindingScope, parts[0]) === 'rename',
  );
}
