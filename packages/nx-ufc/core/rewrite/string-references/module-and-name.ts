import { offersDefinition } from '../../project/handed-on';
import type { StringReferenceKind } from './kind';

/** A module and the name of a class in it, as two arguments one behind the other: `import_from("pkg", "Name")`. */
export const moduleAndName: StringReferenceKind = {
  id: 'module-and-name',
  inProgram: 'importing',
  match({ whole, call, moduleLength, path, at, string, context: { project, facts, text } }) {
    if (!whole || !call || moduleLength !== path.parts.length) return null;
    const next = facts.strings[at + 1];
    if (!next || next.role !== string.role || next.call !== string.call || !/^[A-Z]\w*$/.test(next.value))
      return null;
    if (!/^\s*,\s*$/.test(text.slice(string.span.end, next.span.start))) return null;
    return offersDefinition(project, path.parts.join('.'), next.value) ? `module of ${next.value}` : null;
  },
};
