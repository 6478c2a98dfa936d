import type { StringReferenceKind } from './kind';

const DIRECTIVE = /(?:^|[\n"'])[ \t]*\.\. (?:py:)?(auto\w+|module|currentmodule)::[ \t]+$/;

/**
 * Sphinx cross-references in docstrings and other texts, which may become docstrings: :class:`pkg.mod.Name`, :func:`~pkg.mod.f`, :mod:`text <pkg.mod>`;
 * directives that name what they document: `.. automodule:: pkg.mod`.
 */
export const docstringRole: StringReferenceKind = {
  id: 'docstring-role',
  match({ context, string, path }) {
    const before = context.text.slice(Math.max(string.span.start, path.start - 120), path.start);
    const role = /:(?:py:)?(\w+):`(?:[^`<\n]*<)?[~!]?$/.exec(before);
    if (role) return `:${role[1]}: cross-reference`;
    const directive = DIRECTIVE.exec(before);
    return directive ? `directive ${directive[1]}` : null;
  },
};
