import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { Call, Expr } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import type { ParameterObject, Writer } from '../types';
import { jsonAt } from '../value';
import { modelSchema } from './model';

/** What `@ns.doc(…)` says of an operation itself. */
export interface Documented {
  id?: string;
  description?: string;
  deprecated?: true;
}

export interface DocumentedResponse {
  code: string;
  description: string;
  schema: JsonSchema | null;
}

const TYPES: Record<string, string> = { int: 'integer', float: 'number', str: 'string', bool: 'boolean' };
const PLACES = new Set(['query', 'header', 'path', 'cookie']);
const IN_SCHEMA = ['default', 'enum', 'format', 'minimum', 'maximum', 'pattern'];

/** `@ns.param("q", "What to look for", _in="query", type=int)`; null where its name or place is not known. */
export function paramOf(writer: Writer, place: Place, call: Call): ParameterObject | null {
  const at = (position: number, keyword: string) => argument(call, position, keyword);
  return parameter(writer, place, {
    name: at(0, 'name'),
    description: at(1, 'description'),
    in: at(2, '_in'),
    rest: (keyword) => at(-1, keyword),
  });
}

/** The `params={…}` of `@ns.doc`: a description, or a dictionary, by name. */
export function paramsOf(writer: Writer, place: Place, call: Call): ParameterObject[] {
  const given = argument(call, -1, 'params');
  if (given?.type !== 'Dict') return [];
  return given.keys.flatMap((name, i) => {
    const value = given.values[i];
    const rest = (keyword: string) => itemOf(value, keyword);
    const description = value.type === 'Dict' ? rest('description') : value;
    return parameter(writer, place, { name, description, in: rest('in'), rest }) ?? [];
  });
}

/** The `responses={404: "Not found", 200: ("Found", model)}` of `@ns.doc`. */
export function responsesOf(writer: Writer, place: Place, call: Call): DocumentedResponse[] {
  const given = argument(call, -1, 'responses');
  if (given?.type !== 'Dict') return [];
  return given.keys.flatMap((key, i) => {
    const code = key && jsonAt(writer.models, { expr: key, place });
    if (typeof code !== 'string' && typeof code !== 'number') return [];
    const value = given.values[i];
    const [text, model] = value.type === 'Tuple' ? value.elts : [value];
    const description = text && jsonAt(writer.models, { expr: text, place });
    return {
      code: String(code),
      description: typeof description === 'string' ? description : '',
      schema: model ? modelSchema(writer, place, model) : null,
    };
  });
}

/** The id, by keyword or as the only text; the description; whether it is deprecated. */
export function documentedBy({ models }: Writer, place: Place, call: Call): Documented {
  const said = (position: number, keyword: string) => {
    const expr = argument(call, position, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const [id, description] = [said(-1, 'id') ?? said(0, 'shortcut'), said(-1, 'description')];
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(said(-1, 'deprecated') === true ? { deprecated: true } : {}),
  };
}

interface Given {
  name: Expr | null;
  description: Expr | null;
  in: Expr | null;
  rest: (keyword: string) => Expr | null;
}

function parameter(writer: Writer, place: Place, given: Given): ParameterObject | null {
  const value = (expr: Expr | null) => (expr ? jsonAt(writer.models, { expr, place }) : undefined);
  const [name, description, where] = [value(given.name), value(given.description), value(given.in)];
  const spot = where ?? 'query';
  if (typeof name !== 'string' || typeof spot !== 'string' || !PLACES.has(spot)) return null;
  const type = given.rest('type');
  const named = type?.type === 'Name' ? TYPES[type.id] : value(type);
  const schema: JsonSchema = { type: typeof named === 'string' ? named : 'string' };
  for (const key of IN_SCHEMA) {
    const known = value(given.rest(key));
    if (known !== undefined && known !== null) schema[key] = known;
  }
  return {
    name,
    in: spot as ParameterObject['in'],
    required: spot === 'path' || value(given.rest('required')) === true,
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  };
}

function itemOf(expr: Expr, key: string): Expr | null {
  if (expr.type !== 'Dict') return null;
  const at = expr.keys.findIndex(
    (one) => one?.type === 'Constant' && one.value.kind === 'str' && one.value.value === key,
  );
  return at < 0 ? null : expr.values[at];
}

/** `get_book_list`: the method and the class, as Flask-RESTX's `default_id` makes them. */
export function defaultId(method: string, cls: string): string {
  const words = cls.replace(/(.)([A-Z][a-z]+)/g, '$1_$2').replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return `${method.toLowerCase()}_${words.toLowerCase()}`;
}
