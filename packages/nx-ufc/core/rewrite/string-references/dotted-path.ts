import type { StringReferenceKind } from './kind';

/**
 * A literal that is nothing but the dotted path of a module below the package, or of a name that such a module
 * defines: settings lists, registries, `sys.modules[...]`, `"pkg.mod:attr"`. The package's name alone proves nothing.
 */
export const dottedPath: StringReferenceKind = {
  id: 'dotted-path',
  match({ whole, moduleLength, known, string, path, context }) {
    if (string.role === 'docstring' || !known) return null;
    if (whole && moduleLength >= 2) return 'dotted path of a module that moved';
    const isObject = /^:[A-Za-z_]/.test(context.text.slice(path.end, string.span.end - string.quote.length));
    return isObject && moduleLength === path.parts.length ? 'module:attribute of a module that moved' : null;
  },
};
