/** JSON as it is written into a schema. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
/** A JSON Schema (Draft 2020-12). A `$ref` holds the id of a model (`shop.models.Item`) until `mapRefs` puts a location there. */
export type JsonSchema = JsonObject;

export const UNRESOLVED = 'x-ufc-unresolved';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Are two JSON values the same? The order of keys does not count. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** Keywords whose values are data, not schemas. */
const DATA = new Set(['default', 'const', 'enum', 'examples', 'example']);

/** A schema with every `$ref` (and every target in a discriminator's mapping) replaced by `locate(id)`. */
export function mapRefs(schema: JsonSchema, locate: (id: string) => string): JsonSchema {
  return mapValue(schema, locate, false) as JsonSchema;
}

function mapValue(value: Json, locate: (id: string) => string, named: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, locate, false));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    if (named) result[key] = mapValue(part, locate, false);
    else if (key === '$ref' && typeof part === 'string') result[key] = locate(part);
    else if (DATA.has(key)) result[key] = part;
    else if (key === 'mapping' && isObject(part))
      result[key] = Object.fromEntries(
        Object.entries(part).map(([tag, id]) => [tag, typeof id === 'string' ? locate(id) : id]),
      );
    else result[key] = mapValue(part, locate, NAMED.has(key));
  }
  return result;
}

/** Keywords whose values are schemas by name: their keys are no keywords. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** The ids that a schema refers to, in order, each once. */
export function refsOf(schema: JsonSchema): string[] {
  const found = new Set<string>();
  mapRefs(schema, (id) => {
    found.add(id);
    return id;
  });
  return [...found];
}
