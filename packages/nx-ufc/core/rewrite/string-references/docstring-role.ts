import type { StringReferenceKind } from './kind';

/** Sphinx cross-references in docstrings and other texts, which may become docstrings: :class:`pkg.mod.Name`, :func:`~pkg.mod.f`, :mod:`text <pkg.mod>`. */
export const docstringRole: StringReferenceKind = {
  id: 'docstring-role',
  match({ context, string, path }) {
    const before = context.text.slice(Math.max(string.span.start, path.start - 120), path.start);
    const role = /:(?:py:)?(\w+):`(?:[^`<\n]*<)?[~!]?$/.exec(before);
    return role ? `:${role[1]}: cross-reference` : null;
  },
};
