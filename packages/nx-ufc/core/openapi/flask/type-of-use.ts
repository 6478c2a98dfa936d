import { argument } from '../../endpoints/arguments';
import type { JsonSchema } from '../../data-models';
import type { Call } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Writer } from '../types';
import { jsonAt } from '../value';

const TYPES: Record<string, JsonSchema> = {
  int: { type: 'integer' },
  float: { type: 'number' },
  bool: { type: 'boolean' },
  str: { type: 'string' },
};

/** The schema of what `get("x", default, type=int)` gives: by its type, else a text. */
export function typeOfUse({ models, symbols }: Writer, place: Place, call: Call | null): JsonSchema {
  if (!call) return { type: 'string' };
  const given = argument(call, 2, 'type');
  const builtin =
    given?.type === 'Name' && resolveExpr(symbols, place, given) === null ? TYPES[given.id] : undefined;
  const type = given ? (builtin ?? {}) : { type: 'string' };
  const fallback = argument(call, 1, 'default');
  const value = fallback ? jsonAt(models, { expr: fallback, place }) : undefined;
  const isMany = call.func.type === 'Attribute' && call.func.attr === 'getlist';
  if (isMany) return { type: 'array', items: type };
  return value === undefined || value === null ? { ...type } : { ...type, default: value };
}
