import type { StringFact } from '../../python/facts/types';
import type { StringReferenceKind } from './kind';

/** Methods that an unpickler asks for a class, by the name of its module. */
const LOOKUPS = new Set(['find_class', 'find_global', '_compat_find_class', 'persistent_load']);

/** The name of a package in a `find_class` of an unpickler: it is compared with, or stands for, the module of a class. */
export const pickleClass: StringReferenceKind = {
  id: 'pickle-class',
  match({ whole, moduleLength, path, string, context }) {
    if (!whole || moduleLength !== path.parts.length) return null;
    const { scopes, functions } = context.facts;
    for (let id = string.scopeId; id > 0; id = scopes[id].parent) {
      if (scopes[id].kind !== 'function' || !LOOKUPS.has(scopes[id].name)) continue;
      const [, , name] = functions.find(({ scopeId }) => scopeId === id)?.parameters ?? [];
      const isName = name?.name === comparedWith(context.text, string);
      return isName ? null : `${scopes[id].name} looks it up`;
    }
    return null;
  },
};

/** The variable before `==` and the like; a class may be called like its package. */
function comparedWith(text: string, { span, role }: StringFact): string | null {
  const before = role === 'comparison' ? text.slice(Math.max(0, span.start - 80), span.start) : '';
  return /(\w+)\s*[!=]=\s*$/.exec(before)?.[1] ?? null;
}
