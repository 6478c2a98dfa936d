import { defaultOf } from '../fields/default';
import type { FieldInfo } from '../fields/field-info';
import { titleCase } from '../values/title-case';
import { UNRESOLVED, type Json, type JsonObject, type JsonSchema } from '../json';
import type { Models } from '../models';
import type { CoreType } from '../types/core-type';
import { innermost } from './constraints';
import { typeSchemaV1 } from './type-schema';

const TEXT = { max_length: 'maxLength', min_length: 'minLength', pattern: 'pattern' };
const NUMERIC = {
  gt: 'exclusiveMinimum',
  lt: 'exclusiveMaximum',
  ge: 'minimum',
  le: 'maximum',
  multiple_of: 'multipleOf',
};

/** The schema of a field of a pydantic 1 model; `alias` is its key. */
export function propertyV1(models: Models, alias: string, type: CoreType, info: FieldInfo): JsonSchema {
  const item = innermost(type);
  const isEnum = item.kind === 'ref' && models.definitions.get(item.id)?.kind === 'enum';
  const schema: JsonObject = {};
  const { title, description } = info.updates;
  if (title !== undefined || !isEnum) schema.title = title ?? titleCase(alias).replaceAll('_', ' ');
  if (description !== undefined) schema.description = description;
  addDefault(models, schema, info);
  const shown = Object.keys(schema).some((key) => key !== 'title') || title !== undefined;
  const validations = isEnum
    ? { ...info.extra }
    : { ...constraintsBeside(item, info), ...constant(models, info), ...info.extra };
  Object.assign(schema, validations);
  const beside = shown || Object.keys(validations).length > 0;
  const own = typeSchemaV1(models, type, beside);
  return '$ref' in own ? own : { ...schema, ...own };
}

function addDefault(models: Models, schema: JsonObject, info: FieldInfo): void {
  if (info.default.kind !== 'value') return;
  const { shown } = defaultOf(models, info.default, true);
  if (shown.updates?.[UNRESOLVED]) schema[UNRESOLVED] = shown.updates[UNRESOLVED];
  if (shown.value !== undefined && shown.value !== null) schema.default = shown.value;
}

function constant(models: Models, info: FieldInfo): JsonObject {
  if (!info.constant || info.default.kind !== 'value') return {};
  const { value } = defaultOf(models, info.default).shown;
  return value === undefined ? {} : { const: value };
}

function constraintsBeside(item: CoreType, info: FieldInfo): JsonObject {
  const keys: Record<string, string> =
    item.kind === 'str' || item.kind === 'bytes'
      ? TEXT
      : item.kind === 'int' || item.kind === 'float' || item.kind === 'decimal'
        ? NUMERIC
        : {};
  const result: JsonObject = {};
  for (const [name, value] of info.constraints) {
    const usable: Json = value;
    if (Object.hasOwn(keys, name) && usable !== null) result[keys[name]] = usable;
  }
  return result;
}
