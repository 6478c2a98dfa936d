import type { CoreType } from './core-type';

/** How a class writes durations and bytes. */
export interface Writing {
  /** `ser_json_timedelta="float"`: seconds as a number. */
  seconds: boolean;
  /** `ser_json_bytes="base64"` */
  base64: boolean;
}

/** A type as a class with these settings writes it, its parts included; other models follow their own settings. */
export function configured(type: CoreType, writing: Writing): CoreType {
  if (!writing.seconds && !writing.base64) return type;
  if (type.kind === 'timedelta') return writing.seconds ? { ...type, kind: 'float', constraints: {} } : type;
  if (type.kind === 'bytes')
    return writing.base64 ? { ...type, updates: { format: 'base64url', ...type.updates } } : type;
  return mapParts(type, (part) => configured(part, writing));
}

/** A type with each of its parts made anew; a type without parts as it is. */
export function mapParts(type: CoreType, next: (part: CoreType) => CoreType): CoreType {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'frozenset':
    case 'generator':
      return { ...type, items: next(type.items) };
    case 'tuple':
      return { ...type, items: type.items.map(next) };
    case 'dict':
      return { ...type, keys: next(type.keys), values: next(type.values) };
    case 'nullable':
    case 'default':
    case 'function':
    case 'sequence':
    case 'lax':
    case 'json':
      return { ...type, inner: next(type.inner) };
    case 'union':
      return { ...type, choices: type.choices.map(next) };
    case 'tagged-union':
      return { ...type, choices: type.choices.map((choice) => ({ ...choice, type: next(choice.type) })) };
    default:
      return type;
  }
}
