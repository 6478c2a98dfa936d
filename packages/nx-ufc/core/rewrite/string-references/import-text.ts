import type { StringReferenceKind } from './kind';

/**
 * An import statement inside of a text that is put together to a program: `f"from pkg.runtime import {names}"`. Only where
 * the statement stands at the start of a line and the path is that of a module.
 */
export const importText: StringReferenceKind = {
  id: 'import-text',
  match({ context, string, path, moduleLength }) {
    if (string.role === 'docstring' || moduleLength !== path.parts.length) return null;
    const before = context.text.slice(string.span.start, path.start);
    const after = context.text.slice(path.end, string.span.end);
    const from = /(['"\n;]|\\n)\s*from\s+$/.test(before) && /^\s+import\s/.test(after);
    const plain = moduleLength >= 2 && /(['"\n;]|\\n)\s*import\s+$/.test(before) && /^\s+as\s/.test(after);
    return from || plain ? 'an import statement in a text' : null;
  },
};
