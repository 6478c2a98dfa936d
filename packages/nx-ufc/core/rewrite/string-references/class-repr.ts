import type { StringReferenceKind } from './kind';
import { isInMessage } from './messages';

/**
 * Tests compare what a class or module says of itself: `"<class 'pkg.mod.Name'>"`, a regex `pkg\.mod\.`. Escaped dots
 * are the mark of such a regex; in other texts the path must name a module below the package and a name in it.
 */
export const classRepr: StringReferenceKind = {
  id: 'class-repr',
  match({ context, path, moduleLength, known, string }) {
    if (context.info.area !== 'test' || string.role === 'docstring' || moduleLength < 2) return null;
    if (isInMessage(context.project, path.parts.join('.'))) return null;
    if (path.separator !== '.') return 'regular expression of a module path in a test';
    return known && path.parts.length > moduleLength ? 'qualified name of a definition, in a test' : null;
  },
};
