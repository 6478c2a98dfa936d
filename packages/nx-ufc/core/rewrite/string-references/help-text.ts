import type { StringReferenceKind } from './kind';

/** What `help()` says first (https://docs.python.org/3/library/pydoc.html): `Help on function f in module pkg.mod:`, in a test that compares it. */
export const helpText: StringReferenceKind = {
  id: 'help-text',
  match({ context, string, path }) {
    const before = context.text.slice(Math.max(string.span.start, path.start - 120), path.start);
    const isHeading = /\bHelp on (?:[\w ]+ in )?(?:module|package) $/.test(before);
    return isHeading && /^[.\w]*:/.test(context.text.slice(path.end, path.end + 80))
      ? 'the module that a text of help() names'
      : null;
  },
};
