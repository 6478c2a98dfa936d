import { mapRefs, schemaOfAnnotation, schemaOfDefinition, type JsonSchema } from '../data-models';
import { SENT } from './separate';
import type { Placed, Writer } from './types';

/** The JSON Schema of an annotation where it stands, for what is accepted; models are referred to in `components`. */
export function schemaOf(writer: Writer, { place, expr }: Placed): JsonSchema {
  return located(writer, schemaOfAnnotation(writer.models, place, expr));
}

/** The same for what is sent. */
export function sentSchemaOf(writer: Writer, { place, expr }: Placed): JsonSchema {
  return writer.sent
    ? locatedAsSent(writer, schemaOfAnnotation(writer.sent, place, expr))
    : schemaOf(writer, { place, expr });
}

/** A schema whose `$ref`s hold ids of models, with the components that they are. */
export function located(writer: Writer, schema: JsonSchema): JsonSchema {
  return mapRefs(schema, (id) =>
    id.startsWith('#') ? id : `#/components/schemas/${componentOf(writer, id)}`,
  );
}

function locatedAsSent(writer: Writer, schema: JsonSchema): JsonSchema {
  return mapRefs(schema, (id) =>
    id.startsWith('#') ? id : `#/components/schemas/${sentComponentOf(writer, id)}${SENT}`,
  );
}

/** Write the component of a model once, and those of the models that it refers to. */
function componentOf(writer: Writer, id: string): string {
  const name = nameOf(writer, id);
  if (writer.schemas.has(name)) return name;
  writer.schemas.set(name, {});
  writer.schemas.set(name, located(writer, schemaOfDefinition(writer.models, id)));
  return name;
}

function sentComponentOf(writer: Writer, id: string): string {
  const name = nameOf(writer, id);
  if (!writer.sent || writer.sentSchemas.has(name)) return name;
  writer.sentSchemas.set(name, {});
  writer.sentSchemas.set(name, locatedAsSent(writer, schemaOfDefinition(writer.sent, id)));
  return name;
}

function nameOf(writer: Writer, id: string): string {
  const known = writer.components.get(id);
  if (known !== undefined) return known;
  const definition = writer.models.definitions.get(id) ?? writer.sent?.definitions.get(id);
  const name = freeName(writer, definition?.name ?? id, definition?.module ?? '');
  writer.components.set(id, name);
  return name;
}

/** The class's name; with its module where another one has it. Component names are letters, digits and `.`, `_`, `-`. */
function freeName({ schemas, components }: Writer, name: string, module: string): string {
  const clean = (text: string) => text.replace(/[^A-Za-z0-9._-]/g, '_');
  const taken = new Set([...schemas.keys(), ...components.values()]);
  const short = clean(name);
  if (!taken.has(short)) return short;
  const long = `${clean(module).replaceAll('.', '__')}__${short}`;
  let candidate = long;
  for (let n = 2; taken.has(candidate); n++) candidate = `${long}_${n}`;
  return candidate;
}
