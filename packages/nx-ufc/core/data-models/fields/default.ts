import { UNRESOLVED, type Json, type JsonObject } from '../json';
import type { Models } from '../models';
import { constantOf } from '../values/constant';
import type { Default } from './field-info';

/** What a schema shows of a default: its value, nothing, or that it is not known. */
export function defaultOf(
  models: Models,
  source: Default & { kind: 'value' },
  inSeconds = false,
): { shown: { value?: Json; updates?: JsonObject } } {
  const constant = constantOf(models, source.scope.place, source.expr);
  if (constant.known)
    return { shown: { value: inSeconds ? (constant.seconds ?? constant.json) : constant.json } };
  if ('unserialisable' in constant) return { shown: {} };
  return { shown: { updates: { [UNRESOLVED]: `default: ${constant.reason}` } } };
}
