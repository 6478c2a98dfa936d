import type { Json } from '../json';
import type { CoreType } from '../types/core-type';

const NUMBERS = new Set(['gt', 'lt', 'ge', 'le', 'multiple_of', 'max_digits', 'decimal_places']);
const TEXTS = new Set(['min_length', 'max_length', 'pattern']);
const ITEMS: Record<string, string> = {
  min_items: 'min_length',
  max_items: 'max_length',
  unique_items: 'unique_items',
};

/** Apply a constraint as pydantic 1 does: to the type, and to the items of what holds several. */
export function constrainV1(type: CoreType, name: string, value: Json): CoreType {
  if (value === null) return type;
  const next = (part: CoreType) => constrainV1(part, name, value);
  const own = (constraint: string): CoreType => ({
    ...type,
    constraints: { ...type.constraints, [constraint]: value },
  });
  switch (type.kind) {
    case 'nullable':
    case 'sequence':
    case 'function':
      return { ...type, inner: next(type.inner) };
    case 'union':
      return { ...type, choices: type.choices.map(next) };
    case 'list':
    case 'set':
    case 'frozenset':
      return Object.hasOwn(ITEMS, name) ? own(ITEMS[name]) : { ...type, items: next(type.items) };
    case 'tuple':
      return { ...type, items: type.items.map(next) };
    case 'dict':
      return { ...type, values: next(type.values) };
    case 'str':
    case 'bytes':
      return TEXTS.has(name) ? own(name) : type;
    case 'int':
    case 'float':
    case 'decimal':
      return NUMBERS.has(name) ? own(name) : type;
    default:
      return type;
  }
}

/** The type of the items of a field, however deep; constraints on it show beside the field too. */
export function innermost(type: CoreType): CoreType {
  switch (type.kind) {
    case 'nullable':
    case 'sequence':
    case 'lax':
    case 'function':
      return innermost(type.inner);
    case 'list':
    case 'set':
    case 'frozenset':
    case 'generator':
      return innermost(type.items);
    case 'dict':
      return innermost(type.values);
    case 'tuple':
      return type.variadic === 0 ? innermost(type.items[0]) : type;
    default:
      return type;
  }
}
