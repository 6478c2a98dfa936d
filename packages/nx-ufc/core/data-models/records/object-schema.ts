import type { FieldInfo } from '../fields/field-info';
import { isRequired, propertySchema } from '../fields/property';
import type { JsonObject, JsonSchema } from '../json';
import { isOutput, type Models } from '../models';
import type { CoreType } from '../types/core-type';
import { isOmitted } from '../types/to-json';

export interface RecordField {
  key: string;
  type: CoreType;
  info: FieldInfo;
  required?: boolean;
}

/** The schema of an object with these properties. */
export function objectOf(models: Models, fields: readonly RecordField[]): JsonSchema {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const { key, type, info, required: given } of fields) {
    if (isOmitted(type) || (isOutput(models) && info.excluded === 'always')) continue;
    properties[key] = propertySchema(models, key, type, info);
    if (given ?? isRequired(info)) required.push(key);
  }
  return required.length > 0 ? { type: 'object', properties, required } : { type: 'object', properties };
}
