import { isOutput, type Models } from '../models';
import { mapParts } from './configured';
import type { CoreType } from './core-type';
import { decimalPattern } from './decimal-pattern';

/** A type as the schemas of these models describe it: in one for what is sent, a decimal is a text, and JSON in a text is what it holds. */
export const writtenType = (models: Models, type: CoreType): CoreType =>
  isOutput(models) ? output(type) : type;

function output(type: CoreType): CoreType {
  if (type.kind === 'decimal') {
    const { updates, opaque, constraints = {} } = type;
    const pattern = decimalPattern(constraints.max_digits, constraints.decimal_places);
    return {
      kind: 'str',
      constraints: { pattern },
      ...(updates ? { updates } : {}),
      ...(opaque ? { opaque } : {}),
    };
  }
  if (type.kind === 'json') return output(type.inner);
  return mapParts(type, output);
}

/** Does a type admit None at its outside? */
export function isNullable(type: CoreType): boolean {
  if (type.kind === 'default' || type.kind === 'function' || type.kind === 'lax')
    return isNullable(type.inner);
  return type.kind === 'nullable';
}
