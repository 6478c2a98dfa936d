import type { Expr } from '../../python/ast';
import { UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import type { Models } from '../models';
import type { CoreType } from '../types/core-type';
import { writtenType } from '../types/output-type';
import { invalidIn, takesFieldTitle, toJsonSchema } from '../types/to-json';
import { titleCase } from '../values/title-case';
import { defaultOf } from './default';
import type { FieldInfo } from './field-info';

/** `api_key` → `Api Key` */
export const fieldTitle = (name: string): string => titleCase(name).replaceAll('_', ' ').trim();

/** A type with the default of its field. */
function withDefault(models: Models, type: CoreType, info: FieldInfo): CoreType {
  if (info.default.kind === 'factory') return { kind: 'default', inner: type };
  if (info.default.kind !== 'value') return type;
  if (type.serialised && !isNone(info.default.expr))
    return { kind: 'default', inner: type, updates: { [UNRESOLVED]: 'default: a serializer writes it' } };
  return { kind: 'default', inner: type, ...defaultOf(models, info.default, info.seconds).shown };
}

const isNone = (expr: Expr): boolean => expr.type === 'Constant' && expr.value.kind === 'none';

export const isRequired = (info: FieldInfo): boolean =>
  info.default.kind === 'none' || info.default.kind === 'required';

/** The schema of a property: its type, what `Field` says, and a title from the name. */
export function propertySchema(models: Models, name: string, type: CoreType, info: FieldInfo): JsonSchema {
  const complete = withDefault(models, writtenType(models, type), info);
  const reason = invalidIn(complete);
  const schema: JsonObject = {
    ...(reason === null ? toJsonSchema(complete) : { [UNRESOLVED]: `no JSON Schema: ${reason}` }),
    ...info.updates,
    ...info.extra,
  };
  if (!Object.hasOwn(schema, 'title') && takesFieldTitle(complete)) schema.title = fieldTitle(name);
  return schema;
}
