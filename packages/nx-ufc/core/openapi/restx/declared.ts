import type { View } from '../../endpoints/types';
import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { Call } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import type { ParameterObject, RequestBody, ResponseObject, Writer } from '../types';
import { jsonAt } from '../value';
import { documentedBy, paramOf, paramsOf, responsesOf, type Documented } from './documented';
import { modelSchema } from './model';
import { parserArguments, type ParserArgument } from './parser';

export interface Declared {
  parameters: ParameterObject[];
  body: RequestBody | null;
  responses: Record<string, ResponseObject>;
  documented: Documented;
}

/** What the decorators of a resource of Flask-RESTX and of its method declare: `expect`, `marshal_with`, `response`, `param`, `doc`. */
export function declaredBy(writer: Writer, views: readonly (View | null)[]): Declared {
  const declared: Declared = { parameters: [], body: null, responses: {}, documented: {} };
  for (const view of views)
    for (const decorator of [...(view?.node.decorator_list ?? [])].reverse())
      if (decorator.type === 'Call' && decorator.func.type === 'Attribute')
        read(writer, declared, view!.place, decorator, decorator.func.attr);
  return declared;
}

function read(writer: Writer, declared: Declared, place: Place, call: Call, verb: string): void {
  const text = (position: number, ...keywords: string[]) => {
    const expr = argument(call, position, ...keywords);
    const value = expr ? jsonAt(writer.models, { expr, place }) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  switch (verb) {
    case 'expect':
      for (const expected of call.args) {
        const parser = parserArguments(writer, place, expected);
        const schema = parser ? null : modelSchema(writer, place, expected);
        if (parser) addArguments(declared, parser);
        else if (schema) declared.body = { required: true, content: { 'application/json': { schema } } };
      }
      return;
    case 'marshal_with':
    case 'marshal_list_with': {
      const model = argument(call, 0, 'fields');
      const schema = model && modelSchema(writer, place, model);
      const list = argument(call, 1, 'as_list');
      const isList =
        verb === 'marshal_list_with' || (list && jsonAt(writer.models, { expr: list, place }) === true);
      const envelope = text(-1, 'envelope');
      const items = schema && isList ? { type: 'array', items: schema } : schema;
      const shown = items && envelope ? { type: 'object', properties: { [envelope]: items } } : items;
      addParameter(declared, MASK);
      addResponse(declared, text(-1, 'code') ?? '200', text(-1, 'description') ?? 'Success', shown);
      return;
    }
    case 'response': {
      const model = argument(call, 2, 'model');
      addResponse(
        declared,
        text(0, 'code') ?? 'default',
        text(1, 'description') ?? '',
        model && modelSchema(writer, place, model),
      );
      return;
    }
    case 'param': {
      const parameter = paramOf(writer, place, call);
      if (parameter) addParameter(declared, parameter);
      return;
    }
    case 'doc':
      for (const parameter of paramsOf(writer, place, call)) addParameter(declared, parameter);
      for (const { code, description, schema } of responsesOf(writer, place, call))
        addResponse(declared, code, description, schema);
      declared.documented = { ...declared.documented, ...documentedBy(writer, place, call) };
      return;
    default:
  }
}

/** What `marshal_with` lets a client ask for. */
const MASK: ParameterObject = {
  name: 'X-Fields',
  in: 'header',
  required: false,
  description: 'An optional fields mask',
  schema: { type: 'string', format: 'mask' },
};

/** A parameter of the same name takes the place of the one before. */
function addParameter(declared: Declared, parameter: ParameterObject): void {
  const others = declared.parameters.filter(
    ({ name, in: place }) => name !== parameter.name || place !== parameter.in,
  );
  declared.parameters = [...others, parameter];
}

function addResponse(declared: Declared, code: string, description: string, schema: JsonSchema | null): void {
  const known = declared.responses[code];
  const content = schema ? { 'application/json': { schema } } : known?.content;
  declared.responses[code] = { description, ...(content ? { content } : {}) };
}

/** Arguments of a parser: parameters, fields of a form, properties of a body. */
function addArguments(declared: Declared, given: readonly ParserArgument[]): void {
  const fields = given.filter((one) => one.in === 'form' || one.in === 'file' || one.in === 'json');
  for (const { name, in: place, required, schema, description, source } of given)
    if (place !== 'form' && place !== 'file' && place !== 'json')
      declared.parameters.push({
        name,
        in: place,
        required,
        ...(description === undefined ? {} : { description }),
        schema,
        'x-ufc-source': source,
      });
  if (fields.length === 0) return;
  const required = fields.filter((one) => one.required).map(({ name }) => name);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((one) => [one.name, one.schema])),
    ...(required.length > 0 ? { required } : {}),
  };
  const type = fields.some((one) => one.in === 'file')
    ? 'multipart/form-data'
    : fields.every((one) => one.in === 'json')
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
  declared.body = { content: { [type]: { schema } } };
}
