import type { StringReferenceKind } from './kind';

/** What Python says of a module that lacks a name: `module 'pkg' has no attribute`, in a test that compares it. */
export const attributeError: StringReferenceKind = {
  id: 'attribute-error',
  match({ context, path }) {
    const before = context.text.slice(Math.max(0, path.start - 9), path.start);
    const after = context.text.slice(path.end, path.end + 20);
    return /module [\\'"]*$/.test(before) && /^[\\'"]* has no attribute/.test(after)
      ? 'the module that an AttributeError names'
      : null;
  },
};
