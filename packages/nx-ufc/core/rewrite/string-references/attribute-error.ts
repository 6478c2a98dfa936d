import type { StringReferenceKind } from './kind';

const LACKS = /module [\\'"]*$/;
const IS_MISSING = /No module named [\\'"]*$/;
const CANNOT_IMPORT = /cannot import name [\\'"]*\w+[\\'"]* from [\\'"]*$/;

/** What Python says of a module that lacks a name, in a test that compares it: `module 'pkg' has no attribute`, `cannot import name 'x' from 'pkg'`, `No module named 'pkg.x'`. */
export const attributeError: StringReferenceKind = {
  id: 'attribute-error',
  match({ context, path }) {
    const before = context.text.slice(Math.max(0, path.start - 80), path.start);
    if (CANNOT_IMPORT.test(before) || IS_MISSING.test(before)) return 'the module that an ImportError names';
    const after = context.text.slice(path.end, path.end + 20);
    return LACKS.test(before) && /^[\\'"]* has no attribute/.test(after)
      ? 'the module that an AttributeError names'
      : null;
  },
};
