import { parse, TomlDate } from 'smol-toml';
import type { DataTable, DataValue } from '../data/value';

/**
 * The exact meaning of a document: an integer and a float of one value differ; what JSON cannot hold is a literal. By another
 * parser than the one that gives positions. @throws on invalid TOML
 */
export function tomlData(text: string): DataTable {
  return exact(parse(text, { integersAsBigInt: true })) as DataTable;
}

function exact(value: unknown): DataValue {
  if (Array.isArray(value)) return value.map(exact);
  if (value instanceof TomlDate) return { $literal: value.toISOString() };
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : { $literal: String(value) };
  if (typeof value === 'number') return exactFloat(value);
  if (typeof value !== 'object' || value === null) return value as string | boolean;
  if (Object.hasOwn(value, '$literal')) throw new Error('the key $literal has a meaning of its own here');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exact(inner)]));
}

function exactFloat(value: number): DataValue {
  if (Number.isNaN(value)) return { $literal: 'nan' };
  if (!Number.isFinite(value)) return { $literal: value > 0 ? 'inf' : '-inf' };
  if (!Number.isInteger(value)) return value;
  const text = Object.is(value, -0) ? '-0' : String(value);
  return { $literal: /[.e]/.test(text) ? text : `${text}.0` };
}
