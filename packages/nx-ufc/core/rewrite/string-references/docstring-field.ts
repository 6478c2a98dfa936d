import type { StringReferenceKind } from './kind';

/**
 * Fields of reStructuredText and of epytext: `:type x: pkg.mod.Name`, `:raises pkg.mod.Error:`, `@rtype: pkg.mod.Name`
 * (https://www.sphinx-doc.org/en/master/usage/domains/python.html#info-field-lists).
 */
const FIELD =
  /^[ \t]*[:@](?:type|rtype|vartype|ivar|cvar|raises?|except|exception|param|parameter|arg|argument|key|keyword|returns?|yields?|ytype)\b[^\n]*$/;
/** Of Google: `name (pkg.mod.Name): what it is` (https://google.github.io/styleguide/pyguide.html#383-functions-and-methods). */
const IN_BRACKETS = /^[ \t]*\*{0,2}\w+[ ]?\([^()\n]*$/;
const BRACKET_END = /^[^()\n]*\)[ ]?(:|--?[ ])/;
/** Of NumPy: `name : pkg.mod.Name` (https://numpydoc.readthedocs.io/en/latest/format.html#parameters). */
const NAMED = /^[ \t]*\*{0,2}\w+(?:, \*{0,2}\w+)*[ ]?:[ ](?:[^\n]*(?:[ ]or[ ]|[ ]of[ ]|[[,|{(][ ]?))?$/;
const NAMED_END = /^[\])}]*(?:[ ]or[ ]|[ ]\||,|[ \t]*(?:\r?\n|$))/;
/** What is returned or raised, in lines below the heading of a section. */
const SECTION = /^[ \t]*(?:Returns?|Yields?|Receives|Raises|Warns)[ \t]*:?[ \t]*$/;
const UNDERLINE = /^[ \t]*-{3,}[ \t]*$/;
const EXAMPLE = /^[ \t]*(?:>>> |In \[\d+\]: )/;
const ENTRY_END = /^[ \t]*(?::|\r?\n|$)/;

/** Types of parameters, of what is returned and raised, as docstrings give them; documentation links to them. */
export const docstringField: StringReferenceKind = {
  id: 'docstring-field',
  match({ context, string, path, known }) {
    if (string.role !== 'docstring' || !known || path.parts.length < 2) return null;
    const from = string.span.start + string.prefix.length + string.quote.length;
    const before = context.text.slice(from, path.start);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const after = context.text.slice(
      path.end,
      Math.min(path.end + 120, string.span.end - string.quote.length),
    );
    if (FIELD.test(line)) return 'field of a docstring';
    const paragraph = paragraphBefore(before);
    // What an example prints is looked after with it.
    if (paragraph.some((one) => EXAMPLE.test(one))) return null;
    const isType =
      (IN_BRACKETS.test(line) && BRACKET_END.test(after)) || (NAMED.test(line) && NAMED_END.test(after));
    if (isType) return 'type in a docstring';
    return /^[ \t]*$/.test(line) && ENTRY_END.test(after) && isInSection(paragraph)
      ? 'section of a docstring'
      : null;
  },
};

/** Does a paragraph stand in a section? */
function isInSection(paragraph: readonly string[]): boolean {
  const heading = paragraph.findIndex((line) => SECTION.test(line));
  if (heading < 0) return false;
  return paragraph[heading].includes(':') || (heading > 0 && UNDERLINE.test(paragraph[heading - 1]));
}

/** The lines before the last one, up from it to an empty one. */
function paragraphBefore(text: string): string[] {
  const lines = text.split(/\r?\n/).slice(0, -1).reverse();
  const end = lines.findIndex((line) => line.trim() === '');
  return end < 0 ? lines : lines.slice(0, end);
}
