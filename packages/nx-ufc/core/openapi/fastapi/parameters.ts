import { argument } from '../../endpoints/arguments';
import type { Parameter } from '../../symbols/signature';
import { resolveExpr } from '../../symbols/symbols';
import type { PathTemplate } from '../path';
import { sourceAt } from '../source';
import type { ParameterObject, ParameterPlace, Writer } from '../types';
import { jsonAt } from '../value';
import { fieldsOf } from './class-signature';
import { fieldSchema, nameOf } from './field-schema';
import { analyseParameter, type Field } from './parameter';
import { shapeOf } from './shape';

const ORDER: ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/**
 * The parameters of an operation, one a name and place; what is required wins over what is not. Names in the path that no
 * signature has come first: handlers read them from the request.
 */
export function parameterObjects(
  writer: Writer,
  fields: readonly Field[],
  template: PathTemplate,
): ParameterObject[] {
  const found = new Map<string, ParameterObject>();
  const add = (one: ParameterObject) => {
    const key = `${one.in} ${one.name}`;
    if (one.required || !found.get(key)?.required) found.set(key, one);
  };
  for (const place of ORDER)
    for (const field of fields.filter((one) => one.in === place))
      for (const single of expandModel(writer, field))
        if (isShown(writer, single)) add(toObject(writer, single));
  const declared = new Set([...found.values()].filter((one) => one.in === 'path').map((one) => one.name));
  const bare = template.parameters
    .filter((one) => !declared.has(one.name))
    .map(({ name, schema }): ParameterObject => ({ name, in: 'path', required: true, schema }));
  const named = new Set(template.parameters.map((one) => one.name));
  // `Path()` of a name that this path does not have: the template has no place for it.
  return [...bare, ...[...found.values()].filter((one) => one.in !== 'path' || named.has(one.name))];
}

function toObject(writer: Writer, field: Field): ParameterObject {
  const { symbols, models } = writer;
  const said = (name: string) => {
    const given = field.marker && argument(field.marker.call, -1, name);
    return given ? jsonAt(models, { expr: given, place: field.marker!.place }) : undefined;
  };
  const description = said('description');
  return {
    name: nameOf(writer, field),
    in: field.in as ParameterPlace,
    required: field.required,
    ...(typeof description === 'string' ? { description } : {}),
    ...(said('deprecated') === true ? { deprecated: true as const } : {}),
    schema: fieldSchema(writer, field),
    ...(field.written
      ? { 'x-ufc-source': sourceAt(symbols, field.written.place, field.written.offset) }
      : {}),
  };
}

function isShown({ models }: Writer, field: Field): boolean {
  const given = field.marker && argument(field.marker.call, -1, 'include_in_schema');
  return !given || jsonAt(models, { expr: given, place: field.marker!.place }) !== false;
}

/** A model behind `Query()`, `Header()` or `Cookie()` stands for its fields. */
function expandModel({ models, symbols }: Writer, field: Field): Field[] {
  const { type, marker } = field;
  if (!type || !marker || !['Query', 'Header', 'Cookie'].includes(marker.name)) return [field];
  if (shapeOf(models.symbols, type.place, type.expr) !== 'complex') return [field];
  const symbol = resolveExpr(symbols, type.place, type.expr);
  if (symbol?.kind !== 'class') return [field];
  const none: ReadonlySet<string> = new Set();
  return fieldsOf(symbols, symbol, 0).flatMap(
    (parameter: Parameter & Parameters<typeof analyseParameter>[1]) => {
      const said = analyseParameter(models, parameter, none);
      return said.kind === 'field' ? [{ ...said.field, in: field.in }] : [];
    },
  );
}
