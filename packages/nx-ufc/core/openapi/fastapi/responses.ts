import { argument } from '../../endpoints/arguments';
import type { View } from '../../endpoints/types';
import { splitAnnotated } from './annotation';
import { schemaOf, sentSchemaOf } from '../schema-of';
import type { JsonSchema } from '../../data-models';
import type { Placed, ResponseObject, Writer } from '../types';
import { jsonAt } from '../value';
import { additionalResponses } from './additional-responses';
import { responseClassOf } from './response-class';
import type { Settings } from './settings';
import { shapeOf } from './shape';
import { statusOf } from './status-code';

const WITHOUT_CONTENT = /^(1\d\d|204|205|304)$/;

/** The responses that a route declares: the one on success, those of `responses=…`, and the one for invalid input. */
export function responsesOf(
  writer: Writer,
  settings: Settings,
  view: View | null,
  hasInput: boolean,
): Record<string, ResponseObject> {
  const { models } = writer;
  const { symbols } = models;
  const { call, place } = settings.calls[settings.calls.length - 1];
  const keyword = (name: string): Placed | null => {
    const expr = argument(call, -1, name);
    return expr && { expr, place };
  };
  const cls = responseClassOf(models, settings.responseClass);
  const given = keyword('status_code');
  const isNone = given?.expr.type === 'Constant' && given.expr.value.kind === 'none';
  const status = given && !isNone ? statusOf(symbols, given) : (cls?.status ?? '200');
  const described = jsonAt(models, keyword('response_description'));
  const success: ResponseObject = {
    description: typeof described === 'string' ? described : 'Successful Response',
  };
  if (!cls) success['x-ufc-unresolved'] = 'its response class is only known at run time';
  else if (cls.mediaType && !WITHOUT_CONTENT.test(status ?? ''))
    success.content = {
      [cls.mediaType]: {
        schema: cls.json
          ? modelSchema(writer, settings, keyword('response_model'), view)
          : { type: 'string' },
      },
    };
  if (status === null) success['x-ufc-unresolved'] = 'its status code is only known at run time';
  const responses = { [status ?? 'default']: success };
  additionalResponses(writer, responses, settings, cls?.mediaType ?? 'application/json');
  if (hasInput && !['422', '4XX', 'default'].some((code) => code in responses))
    responses['422'] = invalid(writer);
  return responses;
}

/** The schema of `response_model`, else of what the function returns; `{}` when it says nothing or returns a response. */
function modelSchema(
  writer: Writer,
  settings: Settings,
  model: Placed | null,
  view: View | null,
): JsonSchema {
  const type = model ?? returned(writer, view);
  if (!type || (type.expr.type === 'Constant' && type.expr.value.kind === 'none')) return {};
  return settings.isSeparate ? sentSchemaOf(writer, type) : schemaOf(writer, type);
}

function returned({ models }: Writer, view: View | null): Placed | null {
  if (view?.kind !== 'function' || !view.node.returns) return null;
  const { type } = splitAnnotated(models, view.place, view.node.returns);
  if (type && shapeOf(models.symbols, type.place, type.expr) === 'special') return null;
  return { expr: view.node.returns, place: view.place };
}

/** What FastAPI answers to input that does not fit. */
function invalid(writer: Writer): ResponseObject {
  writer.schemas.set('ValidationError', {
    properties: {
      loc: {
        items: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
        type: 'array',
        title: 'Location',
      },
      msg: { type: 'string', title: 'Message' },
      type: { type: 'string', title: 'Error Type' },
    },
    type: 'object',
    required: ['loc', 'msg', 'type'],
    title: 'ValidationError',
  });
  writer.schemas.set('HTTPValidationError', {
    properties: {
      detail: { items: { $ref: '#/components/schemas/ValidationError' }, type: 'array', title: 'Detail' },
    },
    type: 'object',
    title: 'HTTPValidationError',
  });
  return {
    description: 'Validation Error',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/HTTPValidationError' } } },
  };
}
