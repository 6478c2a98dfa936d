import type { View } from '../../endpoints/types';
import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { Call, Expr } from '../../python/ast';
import { expressionsIn } from '../../python/expressions-in';
import { innerPlace, resolveExpr, type Place } from '../../symbols/symbols';
import { sourceAt } from '../source';
import type { ParameterObject, RequestBody, Writer } from '../types';
import { jsonAt } from '../value';
import { typeOfUse } from './type-of-use';

type Home = 'query' | 'header' | 'cookie' | 'form' | 'file';

/** Where attributes of a request of Flask, and of one of Starlette, keep what was sent. */
const HOMES: Record<string, Home> = {
  args: 'query',
  values: 'query',
  query_params: 'query',
  headers: 'header',
  cookies: 'cookie',
  form: 'form',
  files: 'file',
};
/** What is read of every request, whatever it is for. */
const COMMON =
  /^(accept(-.*)?|authorization|content-(type|length|encoding)|cookie|host|user-agent|referer|origin|x-forwarded-.*)$/i;

/** Something that the body of a handler reads from the request. */
interface Use {
  home: Home;
  name: string;
  required: boolean;
  schema: JsonSchema;
  start: number;
  /** `request.args` */
  from: string;
}

export interface InferredInput {
  parameters: ParameterObject[];
  body: RequestBody | null;
}

/**
 * What a handler of Flask or Starlette takes from a request, by how its body uses it: nothing declares it, so it is marked as inferred.
 * A name in brackets is required, one that `get` asks for is not.
 */
export function inferredInput(writer: Writer, view: View | null): InferredInput {
  if (view?.kind !== 'function') return { parameters: [], body: null };
  const place = innerPlace(writer.symbols, view.place, view.node);
  const uses = expressionsIn(view.node.body).flatMap((expr) => useOf(writer, place, expr) ?? []);
  const distinct = [
    ...new Map(uses.reverse().map((use) => [`${use.home} ${use.name}`, use])).values(),
  ].reverse();
  return {
    parameters: distinct.flatMap((use) => parameterOf(writer, place, use)),
    body: bodyOf(distinct) ?? jsonBody(writer, view, place),
  };
}

function parameterOf(writer: Writer, place: Place, use: Use): ParameterObject[] {
  if (use.home === 'form' || use.home === 'file' || (use.home === 'header' && COMMON.test(use.name)))
    return [];
  return [
    {
      name: use.name,
      in: use.home,
      required: use.required,
      schema: use.schema,
      'x-ufc-source': sourceAt(writer.symbols, place, use.start),
      'x-ufc-inferred': use.from,
    },
  ];
}

/** Fields of a form, files included. */
function bodyOf(uses: readonly Use[]): RequestBody | null {
  const fields = uses.filter(({ home }) => home === 'form' || home === 'file');
  if (fields.length === 0) return null;
  const hasFiles = fields.some(({ home }) => home === 'file');
  const type = hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return inferredBody(type, fields, [...new Set(fields.map(({ from }) => from))].join(', '));
}

function inferredBody(
  type: string,
  fields: readonly Pick<Use, 'name' | 'schema' | 'required'>[],
  from: string,
): RequestBody {
  const required = fields.filter((one) => one.required).map(({ name }) => name);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema: own }) => [name, own])),
    ...(required.length > 0 ? { required } : {}),
  };
  return { content: { [type]: { schema: fields.length > 0 ? schema : {} } }, 'x-ufc-inferred': from };
}

/** `request.args.get("x", 1, type=int)`, `request.args["x"]` */
function useOf(writer: Writer, place: Place, expr: Expr): Use | null {
  const [owner, name, call] =
    expr.type === 'Subscript' && expr.ctx === 'Load'
      ? [expr.value, expr.slice, null]
      : expr.type === 'Call' && expr.func.type === 'Attribute' && /^get(list)?$/.test(expr.func.attr)
        ? [expr.func.value, argument(expr, 0, 'key'), expr]
        : [null, null, null];
  if (owner?.type !== 'Attribute' || !name || !Object.hasOwn(HOMES, owner.attr)) return null;
  if (!isRequest(writer, place, owner.value)) return null;
  const text = jsonAt(writer.models, { expr: name, place });
  if (typeof text !== 'string') return null;
  const home = HOMES[owner.attr];
  return {
    home,
    name: text,
    required: call === null,
    schema: home === 'file' ? { type: 'string', format: 'binary' } : typeOfUse(writer, place, call),
    start: expr.start,
    from: `request.${owner.attr}`,
  };
}

/** `request` of Flask, or the first parameter of a handler of Starlette. */
function isRequest({ symbols }: Writer, place: Place, expr: Expr): boolean {
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol?.kind === 'external') return /^flask(\.\w+)*\.request$/.test(symbol.name);
  return (
    symbol === null &&
    expr.type === 'Name' &&
    expr.id === 'request' &&
    (place.namespace.parameters?.has('request') ?? false)
  );
}

/** `request.get_json()`, `request.json`, `await request.json()`, and what is read of the name that it is given. */
function jsonBody(writer: Writer, view: View & { kind: 'function' }, place: Place): RequestBody | null {
  const all = expressionsIn(view.node.body);
  const source = all.find((expr) => isJson(writer, place, expr));
  if (!source) return null;
  const names = new Set(
    [...place.namespace.names].flatMap(([name, definitions]) =>
      definitions.length === 1 &&
      definitions[0].kind === 'assignment' &&
      definitions[0].value &&
      isJsonValue(writer, place, definitions[0].value)
        ? [name]
        : [],
    ),
  );
  const isData = (expr: Expr) =>
    (expr.type === 'Name' && names.has(expr.id)) || isJsonValue(writer, place, expr);
  const fields = new Map<string, { name: string; schema: JsonSchema; required: boolean }>();
  for (const expr of all) {
    const [name, call] =
      expr.type === 'Subscript' && expr.ctx === 'Load' && isData(expr.value)
        ? [expr.slice, null]
        : expr.type === 'Call' &&
            expr.func.type === 'Attribute' &&
            expr.func.attr === 'get' &&
            isData(expr.func.value)
          ? [expr.args[0] ?? null, expr]
          : [null, null];
    const text = name ? jsonAt(writer.models, { expr: name, place }) : undefined;
    if (typeof text !== 'string') continue;
    const required = call === null || (fields.get(text)?.required ?? false);
    fields.set(text, { name: text, schema: fields.get(text)?.schema ?? {}, required });
  }
  return inferredBody('application/json', [...fields.values()], 'request.json');
}

function isJson(writer: Writer, place: Place, expr: Expr): boolean {
  if (expr.type === 'Attribute') return expr.attr === 'json' && isRequest(writer, place, expr.value);
  return expr.type === 'Call' && isJsonCall(writer, place, expr);
}

const isJsonCall = (writer: Writer, place: Place, { func }: Call): boolean =>
  func.type === 'Attribute' && /^(get_)?json$/.test(func.attr) && isRequest(writer, place, func.value);

/** Also behind `await` and before `or {}`. */
function isJsonValue(writer: Writer, place: Place, expr: Expr): boolean {
  if (expr.type === 'Await') return isJsonValue(writer, place, expr.value);
  if (expr.type === 'BoolOp') return isJsonValue(writer, place, expr.values[0]);
  return isJson(writer, place, expr);
}
