import type { StringReferenceKind } from './kind';

/**
 * An import inside of a text that is put together to a program: `f"from pkg.runtime import {names}"`, at the start of a line, or
 * `"mod=import_module('pkg.mod')"`. Only where the path is that of a module.
 */
export const importText: StringReferenceKind = {
  id: 'import-text',
  match({ context, string, path, moduleLength }) {
    if (string.role === 'docstring' || moduleLength !== path.parts.length) return null;
    const before = context.text.slice(string.span.start, path.start);
    const after = context.text.slice(path.end, string.span.end);
    const from = /(['"\n;]|\\n)\s*from\s+$/.test(before) && /^\s+import(\s|\\?["'])/.test(after);
    const plain = moduleLength >= 2 && /(['"\n;]|\\n)\s*import\s+$/.test(before) && /^\s+as\s/.test(after);
    if (/\b(?:import_module|__import__)\(\s*\\?['"]$/.test(before) && /^\\?['"]\s*[,)]/.test(after))
      return 'a call that imports, in a text';
    return from || plain ? 'an import statement in a text' : null;
  },
};
