import type { CoreType } from './core-type';

/** The types that a type is made of. */
export function partsOf(type: CoreType): CoreType[] {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'frozenset':
    case 'generator':
      return [type.items];
    case 'tuple':
      return type.items;
    case 'dict':
      return [type.keys, type.values];
    case 'union':
      return type.choices;
    case 'tagged-union':
      return type.choices.map((choice) => choice.type);
    default:
      return 'inner' in type ? [type.inner] : [];
  }
}

/** Does a type, or one that it is made of, meet a condition? */
export function holds(type: CoreType, test: (part: CoreType) => boolean): boolean {
  return test(type) || partsOf(type).some((part) => holds(part, test));
}
