import { argument } from '../../endpoints/arguments';
import { UNRESOLVED, type JsonSchema } from '../../data-models/json';
import type { Call, Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import type { Place } from '../../symbols/symbols';
import type { Writer } from '../types';
import { jsonAt } from '../value';
import { leafOf } from '../../python/facts/dotted';
import { modelSchema } from './model';

/** https://flask-restx.readthedocs.io/en/latest/api.html#fields */
const TYPES: Record<string, JsonSchema> = {
  String: { type: 'string' },
  FormattedString: { type: 'string' },
  ClassName: { type: 'string' },
  Url: { type: 'string' },
  Integer: { type: 'integer' },
  Float: { type: 'number' },
  Fixed: { type: 'number' },
  Arbitrary: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date' },
  Raw: { type: 'object' },
  Wildcard: { type: 'object' },
};
const SAID: Record<string, string> = {
  description: 'description',
  title: 'title',
  default: 'default',
  example: 'example',
  enum: 'enum',
  min: 'minimum',
  max: 'maximum',
  min_length: 'minLength',
  max_length: 'maxLength',
  pattern: 'pattern',
  min_items: 'minItems',
  max_items: 'maxItems',
};

export interface RestxField {
  schema: JsonSchema;
  required: boolean;
}

/** A field of a model of Flask-RESTX: `fields.String(required=True)`, `fields.List(fields.Nested(item))`, `fields.Integer`. */
export function fieldAt(writer: Writer, place: Place, expr: Expr): RestxField {
  const value = expr.type === 'Call' ? null : evaluate(writer.symbols, place, expr);
  const call = expr.type === 'Call' ? expr : value?.kind === 'call' ? value.node : null;
  const at = value?.kind === 'call' ? value.place : place;
  if (!call)
    return {
      schema: TYPES[leafOf(expr)] ?? unknown('a field that is only known at run time'),
      required: false,
    };
  const said = (keyword: string) => {
    const given = argument(call, -1, keyword);
    return given ? jsonAt(writer.models, { expr: given, place: at }) : undefined;
  };
  const schema = { ...typeOf(writer, at, call) };
  for (const [keyword, key] of Object.entries(SAID)) {
    const given = said(keyword);
    if (given !== undefined && given !== null) schema[key] = given;
  }
  if (said('readonly') === true) schema.readOnly = true;
  return { schema, required: said('required') === true };
}

const unknown = (reason: string): JsonSchema => ({ [UNRESOLVED]: reason });

function typeOf(writer: Writer, place: Place, call: Call): JsonSchema {
  const name = leafOf(call.func);
  const [inner] = call.args;
  if (name === 'Nested') {
    const model = inner && modelSchema(writer, place, inner);
    const one = model ?? unknown('the model of a nested field is only known at run time');
    const list = argument(call, -1, 'as_list');
    return list && jsonAt(writer.models, { expr: list, place }) === true
      ? { type: 'array', items: one }
      : one;
  }
  if (name === 'List')
    return {
      type: 'array',
      items: inner ? fieldAt(writer, place, inner).schema : unknown('a list of unknown fields'),
    };
  return TYPES[name] ?? unknown(`the field ${name} is made by the project`);
}
