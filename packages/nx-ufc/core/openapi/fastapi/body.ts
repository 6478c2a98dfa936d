import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { RequestBody, Writer } from '../types';
import { jsonAt } from '../value';
import { fieldSchema, nameOf } from './field-schema';
import type { Field } from './parameter';
import { shapeOf } from './shape';

/** The request body that the fields of a handler and its dependencies make; null without one. */
export function requestBody(
  writer: Writer,
  fields: readonly Field[],
  operationId: string,
): RequestBody | null {
  const parts = fields.filter((one) => one.in === 'body' || one.in === 'form' || one.in === 'file');
  if (parts.length === 0) return null;
  const [first] = parts;
  const names = new Set(parts.map((one) => one.name));
  const whole = names.size === 1 && !isEmbedded(writer, first);
  const required = whole ? first.required : parts.some((one) => one.required);
  const schema = whole ? fieldSchema(writer, first) : component(writer, parts, operationId);
  return {
    ...(required ? { required: true as const } : {}),
    content: { [mediaType(writer, parts)]: { schema } },
  };
}

/** A single field is the whole body, unless it is to be embedded or is a field of a form. */
function isEmbedded({ models }: Writer, { marker, in: place, type }: Field): boolean {
  const embed = marker && argument(marker.call, -1, 'embed');
  if (embed && jsonAt(models, { expr: embed, place: marker.place }) === true) return true;
  if (place === 'body') return false;
  return !type || shapeOf(models.symbols, type.place, type.expr) !== 'complex';
}

function component(writer: Writer, parts: readonly Field[], operationId: string): JsonSchema {
  const name = `Body_${operationId}`;
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const part of parts) {
    const property = nameOf(writer, part);
    properties[property] = fieldSchema(writer, part);
    if (part.required && !required.includes(property)) required.push(property);
  }
  const schema: JsonSchema = {
    properties,
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    title: name,
  };
  writer.schemas.set(name, schema);
  return { $ref: `#/components/schemas/${name}` };
}

function mediaType({ models }: Writer, parts: readonly Field[]): string {
  if (parts.some((one) => one.in === 'file')) return 'multipart/form-data';
  if (parts.some((one) => one.in === 'form')) return 'application/x-www-form-urlencoded';
  const given = parts.flatMap(({ marker }) => {
    const expr = marker && argument(marker.call, -1, 'media_type');
    const value = expr ? jsonAt(models, { expr, place: marker.place }) : undefined;
    return typeof value === 'string' ? [value] : [];
  });
  return given.length === parts.length && new Set(given).size === 1 ? given[0] : 'application/json';
}
