import type { StringReference, StringReferenceKind } from './kind';
import { leadingText } from './kind';

/** What code reads to learn in which module something is defined or runs. */
const MODULE_NAMES = new Set(['__name__', '__module__']);

/**
 * The name of a package as a whole literal, or with a dot behind it, in a function that reads `__name__` or `__module__` of frames or objects: it is
 * compared with them, e.g. to leave out the package's own frames.
 */
export const frameName: StringReferenceKind = {
  id: 'frame-name',
  match(reference) {
    const { moduleLength, path, string, context } = reference;
    if (string.role === 'docstring' || moduleLength === 0) return null;
    if (/\.__(name|module)__\s*[!=]=\s*['"]$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'compared with the name of a module';
    if (/['"]__(name|module)__['"]\s*:\s*\w*['"]+$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'the name of a module in its globals';
    if (!isAll(reference) || moduleLength !== path.parts.length || string.scopeId === 0) return null;
    const { strings, references, calls } = context.facts;
    // `__name__` alone is the file's own, for `Flask(__name__)` and loggers.
    const names = (parts: readonly string[]) => parts.slice(1).some((part) => MODULE_NAMES.has(part));
    const own = string.role === 'argument' ? calls[string.call]?.callee.split('.')[0] : undefined;
    const reads =
      MODULE_NAMES.has(own ?? '') ||
      calls.some(({ callee, scopeId }) => scopeId === string.scopeId && names(callee.split('.'))) ||
      strings.some((other) => other.scopeId === string.scopeId && MODULE_NAMES.has(other.value)) ||
      references.some(({ parts, scopeId }) => scopeId === string.scopeId && names(parts));
    return reads ? 'compared with names of modules' : null;
  },
};

function isAll(reference: StringReference): boolean {
  const { whole, context, path, string } = reference;
  const rest = context.text.slice(path.end, string.span.end - string.quote.length);
  return whole || (rest === '.' && leadingText(reference) === '');
}
