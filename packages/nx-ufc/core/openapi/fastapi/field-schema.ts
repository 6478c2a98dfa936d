import { UNRESOLVED, type JsonSchema } from '../../data-models';
import { applyMetadata } from '../../data-models/annotations/annotated';
import { typeOf } from '../../data-models/annotations/annotation';
import { readFieldCall } from '../../data-models/fields/field-call';
import { mergeInfo, noInfo, type FieldInfo } from '../../data-models/fields/field-info';
import { metadataOf, type Metadata } from '../../data-models/fields/metadata';
import { fieldTitle, propertySchema } from '../../data-models/fields/property';
import { NO_ARGUMENTS, type Models } from '../../data-models/models';
import { ANY, type CoreType } from '../../data-models/types/core-type';
import { argument } from '../../endpoints/arguments';
import { located } from '../schema-of';
import type { Writer } from '../types';
import { jsonAt } from '../value';
import { markerOf, type Marker } from './marker';
import type { Field } from './parameter';
import { uploadType } from './upload';

/** The schema of one field of a request: its type, the constraints of its marker and its default. */
export function fieldSchema(writer: Writer, field: Field): JsonSchema {
  const { models } = writer;
  const { info, rest } = gather(models, field);
  const scope = (placed: { place: Field['metadata'][number]['place'] }) => ({
    place: placed.place,
    vars: NO_ARGUMENTS,
  });
  const bare: CoreType =
    uploadType(models, field) ?? (field.type ? typeOf(models, scope(field.type), field.type.expr) : ANY);
  const type = applyMetadata(models, bare, rest);
  if (field.default) info.default = { kind: 'value', expr: field.default.expr, scope: scope(field.default) };
  else if (field.required) info.default = { kind: 'required' };
  const schema = propertySchema(models, nameOf(writer, field), type, info);
  if (schema.default === null) delete schema.default;
  if (!('$ref' in schema) && !('title' in schema)) schema.title = fieldTitle(nameOf(writer, field));
  if (info.unresolved.length > 0) schema[UNRESOLVED] ??= info.unresolved.join('; ');
  return located(writer, schema);
}

/** What the marker and `Annotated` say: a description of the field, and what is applied to its type. */
function gather(models: Models, field: Field): { info: FieldInfo; rest: Metadata[] } {
  let info = noInfo();
  const rest: Metadata[] = [];
  const add = (one: FieldInfo) => {
    info = mergeInfo(info, one);
    for (const [name, value] of one.constraints) rest.push({ kind: 'constraint', name, value });
  };
  for (const { expr, place } of field.metadata) {
    if (markerOf(models.symbols, place, expr)?.name !== 'Field' && markerOf(models.symbols, place, expr))
      continue;
    for (const one of metadataOf(models, { place, vars: NO_ARGUMENTS }, expr)) {
      if (one.kind === 'field') add(one.info);
      else if (one.kind !== 'discriminator') rest.push(one);
      else info.discriminator = one.name;
    }
  }
  if (field.marker) add(infoOf(models, field.marker));
  return { info, rest };
}

/** Keywords of `Query(…)`, `Body(…)` and the like that a schema does not show. */
const NOT_IN_SCHEMA = new Set([
  'alias',
  'validation_alias',
  'serialization_alias',
  'default_factory',
  'embed',
  'media_type',
  'convert_underscores',
  'include_in_schema',
  'openapi_examples',
  'example',
]);

function infoOf(models: Models, { call, place }: Marker): FieldInfo {
  const keywords = call.keywords.filter(({ arg }) => arg === null || !NOT_IN_SCHEMA.has(arg));
  return readFieldCall(models, { place, vars: NO_ARGUMENTS }, { ...call, keywords });
}

/** The name that a request uses: the alias, else the parameter's own; headers are written with hyphens. */
export function nameOf({ models }: Writer, field: Field): string {
  const marker = field.marker;
  const alias = marker && argument(marker.call, -1, 'alias', 'validation_alias');
  const given = alias && jsonAt(models, { expr: alias, place: marker.place });
  if (typeof given === 'string') return given;
  if (field.in !== 'header') return field.name;
  const convert = marker && argument(marker.call, -1, 'convert_underscores');
  const kept = convert && jsonAt(models, { expr: convert, place: marker.place }) === false;
  return kept ? field.name : field.name.replace(/_/g, '-');
}
