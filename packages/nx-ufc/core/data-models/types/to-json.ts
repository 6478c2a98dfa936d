import { isObject, sameJson, UNRESOLVED, type Json, type JsonObject, type JsonSchema } from '../json';
import { constrained } from './constrained';
import type { Constraints, CoreType, LiteralMember } from './core-type';
import { decimalPattern } from './decimal-pattern';

const NUMERIC = {
  multiple_of: 'multipleOf',
  le: 'maximum',
  ge: 'minimum',
  lt: 'exclusiveMaximum',
  gt: 'exclusiveMinimum',
};
const LENGTH = { min_length: 'minLength', max_length: 'maxLength' };
const TEXT = { ...LENGTH, pattern: 'pattern' };
const ARRAY = { min_length: 'minItems', max_length: 'maxItems' };
const OBJECT = { min_length: 'minProperties', max_length: 'maxProperties' };

const SCALARS: Record<string, [JsonSchema, Record<string, string>]> = {
  any: [{}, {}],
  none: [{ type: 'null' }, {}],
  bool: [{ type: 'boolean' }, {}],
  int: [{ type: 'integer' }, NUMERIC],
  float: [{ type: 'number' }, NUMERIC],
  str: [{ type: 'string' }, TEXT],
  bytes: [{ type: 'string', format: 'binary' }, LENGTH],
  date: [{ type: 'string', format: 'date' }, {}],
  time: [{ type: 'string', format: 'time' }, {}],
  datetime: [{ type: 'string', format: 'date-time' }, {}],
  timedelta: [{ type: 'string', format: 'duration' }, {}],
  uuid: [{ type: 'string', format: 'uuid' }, {}],
  url: [{ type: 'string', format: 'uri', minLength: 1 }, TEXT],
  'multi-host-url': [{ type: 'string', format: 'multi-host-uri', minLength: 1 }, TEXT],
  complex: [{ type: 'string' }, {}],
};

/** The JSON Schema of a type as pydantic 2 writes it for validation. Part of the type that is not known is marked. */
export function toJsonSchema(type: CoreType): JsonSchema {
  const schema = inner(type);
  return type.updates ? { ...schema, ...type.updates } : schema;
}

/** Why there is no JSON Schema of a type, or of any choice of a union; null when there is one. */
export function invalidIn(type: CoreType): string | null {
  switch (type.kind) {
    case 'invalid':
      return type.reason;
    case 'list':
    case 'set':
    case 'frozenset':
    case 'generator':
      return invalidIn(type.items);
    case 'tuple':
      return type.items.map(invalidIn).find((reason) => reason !== null) ?? null;
    case 'union': {
      const reasons = type.choices.map(invalidIn);
      return reasons.includes(null) ? null : reasons[0];
    }
    case 'dict':
      return invalidIn(type.keys) ?? invalidIn(type.values);
    case 'nullable':
    case 'default':
    case 'function':
    case 'sequence':
    case 'lax':
    case 'definition':
    case 'json':
      return invalidIn(type.inner);
    default:
      return null;
  }
}

/** Is a property of this type left out of the schema? */
export function isOmitted(type: CoreType): boolean {
  if (type.kind === 'omitted') return true;
  return (
    (type.kind === 'nullable' ||
      type.kind === 'default' ||
      type.kind === 'function' ||
      type.kind === 'lax') &&
    isOmitted(type.inner)
  );
}

function inner(type: CoreType): JsonSchema {
  switch (type.kind) {
    case 'unresolved':
      return { [UNRESOLVED]: type.reason };
    case 'invalid':
      return { [UNRESOLVED]: `no JSON Schema: ${type.reason}` };
    case 'omitted':
      return {};
    case 'ref':
      return { $ref: type.id };
    case 'fixed':
      return { ...type.schema };
    case 'decimal':
      return decimalSchema(type.constraints);
    case 'list':
    case 'generator':
      return constrained({ type: 'array', items: toJsonSchema(type.items) }, type.constraints, ARRAY);
    case 'set':
    case 'frozenset':
      return constrained(
        { type: 'array', uniqueItems: true, items: toJsonSchema(type.items) },
        type.constraints,
        ARRAY,
      );
    case 'tuple':
      return tupleSchema(type);
    case 'dict':
      return dictSchema(type);
    case 'literal':
      return literalSchema(type.values);
    case 'nullable':
      return nullableSchema(toJsonSchema(type.inner));
    case 'union': {
      const valid = type.choices
        .filter((choice) => invalidIn(choice) === null && !isOmitted(choice))
        .map(toJsonSchema);
      return valid.length === 1 ? valid[0] : flatAnyOf(valid);
    }
    case 'tagged-union':
      return taggedSchema(type);
    case 'default': {
      const schema = toJsonSchema(type.inner);
      return type.value === undefined ? schema : { ...schema, default: type.value };
    }
    case 'function':
    case 'sequence':
    case 'lax':
    case 'definition':
      return toJsonSchema(type.inner);
    case 'json':
      return {
        type: 'string',
        contentMediaType: 'application/json',
        contentSchema: toJsonSchema(type.inner),
      };
    default: {
      const [schema, keys] = SCALARS[type.kind];
      return constrained({ ...schema }, type.constraints, keys);
    }
  }
}

function decimalSchema(constraints: Constraints = {}): JsonSchema {
  return {
    anyOf: [
      constrained({ type: 'number' }, constraints, NUMERIC),
      { type: 'string', pattern: decimalPattern(constraints.max_digits, constraints.decimal_places) },
    ],
  };
}

function tupleSchema(type: CoreType & { kind: 'tuple' }): JsonSchema {
  const schema: JsonSchema = { type: 'array' };
  const items = type.items.map(toJsonSchema);
  if (type.variadic >= 0) {
    if (type.variadic > 0) {
      schema.minItems = type.variadic;
      schema.prefixItems = items.slice(0, type.variadic);
    }
    schema.items = type.variadic + 1 === items.length ? items[type.variadic] : true;
  } else {
    if (items.length > 0) schema.prefixItems = items;
    schema.minItems = items.length;
    schema.maxItems = items.length;
  }
  return constrained(schema, type.constraints, ARRAY);
}

function dictSchema(type: CoreType & { kind: 'dict' }): JsonSchema {
  const schema: JsonSchema = { type: 'object' };
  const keys = toJsonSchema(type.keys);
  const values = toJsonSchema(type.values);
  let pattern: Json | undefined;
  if (!Object.hasOwn(keys, '$ref')) {
    pattern = keys.pattern;
    delete keys.pattern;
    delete keys.title;
  }
  delete values.title;
  if (typeof pattern === 'string') schema.patternProperties = { [pattern]: values };
  else schema.additionalProperties = Object.keys(values).length > 0 ? values : true;
  if (
    (keys.type === 'string' && Object.keys(keys).length > 1) ||
    Object.hasOwn(keys, '$ref') ||
    Object.hasOwn(keys, UNRESOLVED)
  ) {
    if (!Object.hasOwn(keys, UNRESOLVED)) delete keys.type;
    schema.propertyNames = keys;
  }
  return constrained(schema, type.constraints, OBJECT);
}

const JSON_TYPES: Record<LiteralMember['type'], string> = {
  str: 'string',
  bytes: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  none: 'null',
};

/** `const` or `enum`, with a `type` when all values have the same one. */
export function literalSchema(values: readonly LiteralMember[]): JsonSchema {
  const schema: JsonSchema =
    values.length === 1 ? { const: values[0].value } : { enum: values.map((member) => member.value) };
  const types = new Set(values.map((member) => JSON_TYPES[member.type]));
  if (types.size === 1) schema.type = [...types][0];
  return schema;
}

function nullableSchema(schema: JsonSchema): JsonSchema {
  if (sameJson(schema, { type: 'null' })) return schema;
  return flatAnyOf([schema, { type: 'null' }]);
}

/** `anyOf` without nested ones and without a choice twice. */
export function flatAnyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const members: Json[] = [];
  for (const schema of schemas) {
    const nested = Object.keys(schema).length === 1 && Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
    for (const one of nested) if (!members.some((known) => sameJson(known, one))) members.push(one);
  }
  return members.length === 1 ? (members[0] as JsonObject) : { anyOf: members };
}

function taggedSchema(type: CoreType & { kind: 'tagged-union' }): JsonSchema {
  const generated: [string, JsonSchema][] = type.choices
    .filter((choice) => invalidIn(choice.type) === null)
    .map((choice) => [choice.tag, toJsonSchema(choice.type)]);
  const oneOf: JsonSchema[] = [];
  for (const [, schema] of generated) if (!oneOf.some((known) => sameJson(known, schema))) oneOf.push(schema);
  if (type.discriminator === '') return { oneOf };
  const mapping = Object.fromEntries(
    generated.map(([tag, schema]) => [tag, isObject(schema) && '$ref' in schema ? schema.$ref : schema]),
  );
  return { oneOf, discriminator: { propertyName: type.discriminator, mapping } };
}

/** Does a field of this type get a title from its name? Definitions have their own. */
export function takesFieldTitle(type: CoreType): boolean {
  switch (type.kind) {
    case 'ref':
    case 'definition':
      return false;
    case 'default':
    case 'nullable':
    case 'function':
      return takesFieldTitle(type.inner);
    default:
      return true;
  }
}
