import { isObject, UNRESOLVED, type Json, type JsonObject, type JsonSchema } from '../json';
import { schemaOfDefinition, type Models } from '../models';
import { constrained } from '../types/constrained';
import type { CoreType, LiteralMember } from '../types/core-type';
import { literalSchema } from '../types/to-json';

const NUMERIC = {
  gt: 'exclusiveMinimum',
  lt: 'exclusiveMaximum',
  ge: 'minimum',
  le: 'maximum',
  multiple_of: 'multipleOf',
};
const TEXT = { max_length: 'maxLength', min_length: 'minLength', pattern: 'pattern' };
const ITEMS = { min_length: 'minItems', max_length: 'maxItems', unique_items: 'uniqueItems' };
const MAX_URL = 65536;

/** Types that pydantic 1 writes in its own way. */
const SCALARS: Record<string, JsonSchema> = {
  any: {},
  none: { type: 'null' },
  bool: { type: 'boolean' },
  int: { type: 'integer' },
  float: { type: 'number' },
  decimal: { type: 'number' },
  str: { type: 'string' },
  bytes: { type: 'string', format: 'binary' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
  datetime: { type: 'string', format: 'date-time' },
  timedelta: { type: 'number', format: 'time-delta' },
  uuid: { type: 'string', format: 'uuid' },
  url: { type: 'string', format: 'uri', minLength: 1, maxLength: MAX_URL },
  'multi-host-url': { type: 'string', format: 'uri', minLength: 1, maxLength: MAX_URL },
};

/**
 * The JSON Schema of a type as pydantic 1 writes it, in Draft 2020-12.
 * @param beside something stands beside a reference, which is then an `allOf`
 */
export function typeSchemaV1(models: Models, type: CoreType, beside = false): JsonSchema {
  const schema = inner(models, type, beside);
  return type.updates ? { ...schema, ...type.updates } : schema;
}

function inner(models: Models, type: CoreType, beside: boolean): JsonSchema {
  const next = (part: CoreType) => typeSchemaV1(models, part);
  switch (type.kind) {
    case 'ref':
      if (models.definitions.get(type.id)?.kind === 'named_tuple') return schemaOfDefinition(models, type.id);
      return beside ? { allOf: [{ $ref: type.id }] } : { $ref: type.id };
    case 'nullable':
    case 'default':
    case 'function':
    case 'sequence':
    case 'lax':
    case 'definition':
      return typeSchemaV1(models, type.inner, beside);
    case 'list':
    case 'generator':
      return constrained({ type: 'array', items: next(type.items) }, type.constraints, ITEMS);
    case 'set':
    case 'frozenset':
      return constrained(
        { type: 'array', items: next(type.items), uniqueItems: true },
        type.constraints,
        ITEMS,
      );
    case 'tuple':
      return tupleSchema(models, type);
    case 'dict':
      return dictSchema(models, type);
    case 'literal':
      return literals(type.values);
    case 'union':
      return { anyOf: type.choices.map((choice) => bare(models, choice, beside)) };
    case 'tagged-union': {
      const tags = type.choices.map(({ tag, type: choice }) => [tag, next(choice).$ref ?? null]);
      const seen = type.choices.filter(
        ({ type: one }, i) => type.choices.findIndex((other) => same(other.type, one)) === i,
      );
      return {
        discriminator: { propertyName: type.discriminator, mapping: Object.fromEntries(tags) },
        oneOf: seen.map((choice) => bare(models, choice.type, beside)),
      };
    }
    case 'json':
      return { type: 'string', format: 'json-string' };
    case 'fixed':
      return { ...type.schema };
    case 'unresolved':
      return { [UNRESOLVED]: type.reason };
    case 'invalid':
      return { [UNRESOLVED]: `no JSON Schema: ${type.reason}` };
    default:
      return constrained(
        { ...SCALARS[type.kind] },
        type.constraints,
        type.kind === 'str' || type.kind === 'bytes' || type.kind === 'url' ? TEXT : NUMERIC,
      );
  }
}

const same = (a: CoreType, b: CoreType): boolean => a.kind === 'ref' && b.kind === 'ref' && a.id === b.id;

/** A choice of a union: a reference stays one. */
function bare(models: Models, choice: CoreType, beside: boolean): JsonSchema {
  const schema = typeSchemaV1(models, choice, beside);
  if (beside && Array.isArray(schema.allOf) && isObject(schema.allOf[0])) return schema.allOf[0];
  if ('discriminator' in schema && 'oneOf' in schema) return { oneOf: schema.oneOf };
  return schema;
}

function tupleSchema(models: Models, type: CoreType & { kind: 'tuple' }): JsonSchema {
  const items: Json[] = type.items.map((item) => typeSchemaV1(models, item));
  if (type.variadic >= 0) return { type: 'array', items: items[0] };
  const schema: JsonSchema = { type: 'array', minItems: items.length, maxItems: items.length };
  if (items.length > 0) schema.prefixItems = items;
  return schema;
}

function dictSchema(models: Models, type: CoreType & { kind: 'dict' }): JsonSchema {
  const schema: JsonSchema = { type: 'object' };
  const values = typeSchemaV1(models, type.values);
  const pattern = type.keys.constraints?.pattern;
  if (typeof pattern === 'string') schema.patternProperties = { [pattern]: values };
  if (Object.keys(values).length > 0) schema.additionalProperties = values;
  return schema;
}

/** Literals of several types are a union of those of one type. */
function literals(values: readonly LiteralMember[]): JsonSchema {
  const types = [...new Set(values.map((member) => member.type))];
  const groups = types.map((type): JsonObject => {
    const { type: json } = literalSchema(values.filter((member) => member.type === type));
    const members = values.filter((member) => member.type === type).map((member) => member.value);
    return { enum: members, ...(json === undefined || json === 'null' ? {} : { type: json }) };
  });
  return groups.length === 1 ? groups[0] : { anyOf: groups };
}
