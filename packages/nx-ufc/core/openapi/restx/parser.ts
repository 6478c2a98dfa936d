import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { Call, Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { syntaxOf, type Place } from '../../symbols/symbols';
import { evaluate } from '../../symbols/evaluate';
import { sourceAt } from '../source';
import type { ParameterObject, Writer } from '../types';
import { jsonAt } from '../value';

const PLACES: Record<string, ParameterObject['in'] | 'form' | 'file' | 'json'> = {
  args: 'query',
  values: 'query',
  headers: 'header',
  cookies: 'cookie',
  form: 'form',
  files: 'file',
  json: 'json',
};
const TYPES: Record<string, JsonSchema> = {
  int: { type: 'integer' },
  float: { type: 'number' },
  bool: { type: 'boolean' },
  boolean: { type: 'boolean' },
  str: { type: 'string' },
  positive: { type: 'integer', minimum: 1 },
  natural: { type: 'integer', minimum: 0 },
  FileStorage: { type: 'string', format: 'binary' },
  datetime_from_iso8601: { type: 'string', format: 'date-time' },
  date_from_iso8601: { type: 'string', format: 'date' },
};

export interface ParserArgument {
  name: string;
  in: (typeof PLACES)[string];
  required: boolean;
  schema: JsonSchema;
  description?: string;
  source: string;
}

/** The arguments of a `RequestParser` that stand as statements beside the call that makes it; null when an expression is no parser. */
export function parserArguments(writer: Writer, place: Place, expr: Expr): ParserArgument[] | null {
  const value = evaluate(writer.symbols, place, expr);
  if (value.kind !== 'call' || !/^(RequestParser|parser|copy)$/.test(leafOf(value.node.func))) return null;
  const { node, place: home } = value;
  const copied =
    node.func.type === 'Attribute' && node.func.attr === 'copy'
      ? parserArguments(writer, home, node.func.value)
      : [];
  if (!copied) return null;
  const found = new Map(copied.map((one) => [one.name, one]));
  for (const statement of syntaxOf(writer.symbols, home.info.path)?.body ?? []) {
    if (statement.type !== 'Expr' || statement.value.type !== 'Call') continue;
    const call = statement.value;
    if (call.func.type !== 'Attribute') continue;
    const owner = evaluate(writer.symbols, home, call.func.value);
    if (owner.kind !== 'call' || owner.node !== node) continue;
    const name = jsonAt(writer.models, { expr: call.args[0] ?? call, place: home });
    if (call.func.attr === 'remove_argument' && typeof name === 'string') found.delete(name);
    if (/^(add|replace)_argument$/.test(call.func.attr) && typeof name === 'string')
      found.set(name, argumentOf(writer, home, call, name));
  }
  return [...found.values()];
}

function argumentOf(writer: Writer, place: Place, call: Call, name: string): ParserArgument {
  const said = (keyword: string) => {
    const given = argument(call, -1, keyword);
    return given ? jsonAt(writer.models, { expr: given, place }) : undefined;
  };
  const given = argument(call, -1, 'type');
  const type: JsonSchema = given
    ? (TYPES[leafOf(given)] ?? { 'x-ufc-unresolved': 'its type is a function' })
    : { type: 'string' };
  const choices = said('choices');
  const [fallback, help, location] = [said('default'), said('help'), said('location')];
  const one: JsonSchema = {
    ...type,
    ...(Array.isArray(choices) ? { enum: choices } : {}),
  };
  const many = said('action') === 'append' || said('action') === 'split';
  const schema = many ? { type: 'array', items: one } : one;
  return {
    name,
    in: PLACES[String(Array.isArray(location) ? location[0] : (location ?? 'values'))] ?? 'query',
    required: said('required') === true,
    schema: fallback === undefined || fallback === null ? schema : { ...schema, default: fallback },
    ...(typeof help === 'string' ? { description: help } : {}),
    source: sourceAt(writer.symbols, place, call.start),
  };
}
