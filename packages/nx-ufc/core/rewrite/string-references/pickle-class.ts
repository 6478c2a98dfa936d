import type { StringReferenceKind } from './kind';

/** Methods that an unpickler asks for a class, by the name of its module. */
const LOOKUPS = new Set(['find_class', 'find_global', '_compat_find_class', 'persistent_load']);

/** The name of a package in a `find_class` of an unpickler: it is compared with, or stands for, the module of a class. */
export const pickleClass: StringReferenceKind = {
  id: 'pickle-class',
  match({ whole, moduleLength, path, string, context }) {
    if (!whole || moduleLength !== path.parts.length) return null;
    const { scopes } = context.facts;
    for (let id = string.scopeId; id > 0; id = scopes[id].parent)
      if (scopes[id].kind === 'function' && LOOKUPS.has(scopes[id].name))
        return `${scopes[id].name} looks it up`;
    return null;
  },
};
