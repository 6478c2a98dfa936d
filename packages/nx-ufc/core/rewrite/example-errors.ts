import type { PlannedEdit } from '../plan/types';
import { definesName, modulePrefixLength } from '../project/names';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';

/**
 * The exception that an example of an interactive session ends with, by its module: the first line below the header that begins with a word and is not
 * indented deeper (https://docs.python.org/3/library/doctest.html#what-about-exceptions).
 */
const RAISED =
  /^([ \t]*)Traceback \((?:most recent call last|innermost last)\):[ \t]*\r?\n(?:(?:\1(?:[ \t]+\S|[^\w\s])[^\n]*|[ \t\r]*)\n)*?\1([A-Za-z_]\w*(?:\.\w+)*)\.\w+(?=:|[ \t\r]*$)/gm;

/** Edits for the modules of exceptions that examples show between two offsets of a text. */
export function raisedNames(context: RewriteContext, from: number, to: number): PlannedEdit[] {
  const { mapping, project, text } = context;
  return [...text.slice(from, to).matchAll(RAISED)].flatMap((match) => {
    const [found, , dotted] = match;
    const parts = dotted.split('.');
    const length = modulePrefixLength(project, parts);
    const module = parts.slice(0, length).join('.');
    const name = newNameOf(mapping, module);
    // An exception may be defined in a class of the module.
    const isOfModule = length === parts.length || definesName(project, module, parts[length]);
    if (!mapping.roots.has(parts[0]) || length === 0 || !isOfModule || name === module) return [];
    const start = from + match.index + found.lastIndexOf(dotted);
    const span = { start, end: start + module.length };
    return [plannedEdit(context, span, name, 'reference', 'doctest: module of an exception')];
  });
}
