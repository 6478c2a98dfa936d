import { NATIVE_SOURCE } from '../../merge/config-references/native-source';
import { isHomeOf } from '../../project/class-home';
import type { ProjectFacts } from '../../project/types';
import { isRepr } from '../example-output';
import type { StringReference, StringReferenceKind } from './kind';
import { isInMessage } from './messages';

/**
 * Tests compare what a class or module says of itself: `"<class 'pkg.mod.Name'>"`, a regex `pkg\.mod\.`. Escaped dots
 * are the mark of such a regex; in other texts the path must name a module below the package and a name in it, which of the own module may be made by the test. Of a module at the top (`pkg.Name`) it must be the
 * repr of a class that is defined there or in C, or of an object of it: elsewhere that is how people write, and a class has the name of its own module.
 */
export const classRepr: StringReferenceKind = {
  id: 'class-repr',
  match(reference) {
    const { context, path, moduleLength, known, string } = reference;
    if (context.info.area !== 'test' || string.role === 'docstring' || moduleLength === 0) return null;
    if (moduleLength === 1) return isReprOfOwn(reference) ? 'repr of a class, in a test' : null;
    if (isInMessage(context, path.parts.join('.'))) return null;
    if (path.separator !== '.') return 'regular expression of a module path in a test';
    if (path.parts.length === moduleLength) return null;
    if (path.parts.slice(0, moduleLength).join('.') === context.info.name)
      return 'qualified name in the own module, in a test';
    return known ? 'qualified name of a definition, in a test' : null;
  },
};

function isReprOfOwn({ context, path }: StringReference): boolean {
  const [root, name] = path.parts;
  if (name === undefined || !isRepr(context.text, path)) return false;
  return isHomeOf(context.project, root, name) || namedInSources(context.project).has(`${root}.${name}`);
}

const NAMED = /"([A-Za-z_]\w*\.[A-Za-z_]\w*)"/g;
const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** What sources in C call their classes, `"pkg.Name"` (https://docs.python.org/3/c-api/typeobj.html#c.PyTypeObject.tp_name). */
function namedInSources(project: ProjectFacts): ReadonlySet<string> {
  let known = cache.get(project);
  if (!known) {
    const sources = project.tree.files.filter(({ path }) => NATIVE_SOURCE.test(path));
    const texts = sources.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
    known = new Set(texts.flatMap((text) => Array.from(text.matchAll(NAMED), ([, name]) => name)));
    cache.set(project, known);
  }
  return known;
}
