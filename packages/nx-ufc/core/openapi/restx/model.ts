import { isObject, UNRESOLVED, type JsonSchema } from '../../data-models/json';
import type { Call, Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { evaluate } from '../../symbols/evaluate';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Placed, Writer } from '../types';
import { jsonAt } from '../value';
import { fieldAt } from './fields';

const MAKERS = /^(model|inherit|clone|Model|OrderedModel)$/;

/** The schema of a model of Flask-RESTX where it is named: a reference to its component, a list of it; null when it is no model. */
export function modelSchema(writer: Writer, place: Place, expr: Expr): JsonSchema | null {
  if (expr.type === 'List' && expr.elts.length === 1) {
    const items = modelSchema(writer, place, expr.elts[0]);
    return items && { type: 'array', items };
  }
  const value = evaluate(writer.symbols, place, expr);
  if (value.kind !== 'call' || !MAKERS.test(leafOf(value.node.func))) return null;
  return component(writer, value.place, value.node);
}

function component(writer: Writer, place: Place, call: Call): JsonSchema | null {
  const id = `restx ${place.info.path}:${call.start}`;
  const name = jsonAt(writer.models, { expr: call.args[0] ?? call, place });
  const known = writer.components.get(id);
  if (known !== undefined) return { $ref: `#/components/schemas/${known}` };
  if (typeof name !== 'string') return null;
  const free = freeName(writer, name);
  writer.components.set(id, free);
  // A model may hold itself.
  writer.schemas.set(free, {});
  writer.schemas.set(free, schemaOf(writer, place, call));
  return { $ref: `#/components/schemas/${free}` };
}

function freeName({ schemas }: Writer, name: string): string {
  const clean = name.replace(/[^A-Za-z0-9._-]/g, '_');
  let free = clean;
  for (let n = 2; schemas.has(free); n++) free = `${clean}_${n}`;
  return free;
}

/** `model("X", {…})`, `inherit("X", Parent, {…})`, `clone("X", Parent, {…})`. */
function schemaOf(writer: Writer, place: Place, call: Call): JsonSchema {
  const maker = leafOf(call.func);
  const given = call.args.slice(1);
  const parents = maker === 'inherit' || maker === 'clone' ? given.slice(0, -1) : [];
  const own = objectOf(writer, place, given[given.length - 1] ?? null);
  const bases = parents
    .map((parent) => modelSchema(writer, place, parent))
    .filter((schema) => schema !== null);
  if (bases.length === 0) return own;
  return (maker === 'clone' ? cloned(writer, bases, own) : null) ?? { allOf: [...bases, own] };
}

/** A clone has the fields of its parents itself; null where a parent inherits in turn. */
function cloned({ schemas }: Writer, bases: readonly JsonSchema[], own: JsonSchema): JsonSchema | null {
  const parts = [
    ...bases.map(({ $ref }) => schemas.get(String($ref).slice('#/components/schemas/'.length))),
    own,
  ];
  const found: Required<Pick<JsonSchema, 'properties' | 'required'>>[] = [];
  for (const part of parts) {
    if (!isObject(part?.properties) || UNRESOLVED in part) return null;
    found.push({ properties: part.properties, required: part.required ?? [] });
  }
  const required = found.flatMap((part) => part.required as string[]);
  return {
    type: 'object',
    properties: Object.assign({}, ...found.map((part) => part.properties)) as JsonSchema,
    ...(required.length > 0 ? { required: [...new Set(required)] } : {}),
  };
}

function objectOf(writer: Writer, place: Place, expr: Expr | null): JsonSchema {
  const fields = expr && dictAt(writer, { expr, place });
  if (!fields)
    return { type: 'object', 'x-ufc-unresolved': 'the fields of the model are only known at run time' };
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  let isOpen = false;
  fields.dict.keys.forEach((key, i) => {
    const name = key && jsonAt(writer.models, { expr: key, place: fields.place });
    if (typeof name !== 'string') return void (isOpen = true);
    const field = fieldAt(writer, fields.place, fields.dict.values[i]);
    properties[name] = field.schema;
    if (field.required) required.push(name);
  });
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(isOpen ? { 'x-ufc-unresolved': 'some fields of the model are only known at run time' } : {}),
  };
}

function dictAt(
  { symbols }: Writer,
  { expr, place }: Placed,
): { dict: Expr & { type: 'Dict' }; place: Place } | null {
  if (expr.type === 'Dict') return { dict: expr, place };
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'variable' && symbol.value?.type === 'Dict' && !symbol.ambiguous
    ? { dict: symbol.value, place: symbol.place }
    : null;
}
