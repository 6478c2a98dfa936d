import type { Json } from '../json';
import type { CoreType } from './core-type';

const LENGTHS = ['min_length', 'max_length'];
const NUMERIC = ['multiple_of', 'le', 'ge', 'lt', 'gt'];
const IGNORED = new Set([
  'strict',
  'fail_fast',
  'allow_inf_nan',
  'union_mode',
  'strip_whitespace',
  'to_lower',
  'to_upper',
  'coerce_numbers_to_str',
]);

/** Which constraints a type takes itself; others wrap it in a validator. */
const ALLOWED: Record<string, readonly string[]> = {
  str: [...LENGTHS, 'pattern'],
  bytes: [...LENGTHS, 'pattern'],
  url: [...LENGTHS, 'pattern'],
  'multi-host-url': [...LENGTHS, 'pattern'],
  list: LENGTHS,
  tuple: LENGTHS,
  set: LENGTHS,
  frozenset: LENGTHS,
  dict: LENGTHS,
  generator: LENGTHS,
  int: NUMERIC,
  float: NUMERIC,
  decimal: [...NUMERIC, 'max_digits', 'decimal_places'],
  date: NUMERIC,
  time: NUMERIC,
  datetime: NUMERIC,
  timedelta: NUMERIC,
};

/**
 * Apply one constraint to a type as pydantic 2 does: to the type itself where it takes it, to what may be null inside, and else by
 * a validator around it, whose keyword then stands in the schema as it is written in Python.
 */
export function constrain(type: CoreType, constraint: string, value: Json): CoreType {
  if (value === null || type.kind === 'unresolved') return type;
  if (type.kind === 'nullable') return { ...type, inner: constrain(type.inner, constraint, value) };
  if (ALLOWED[type.kind]?.includes(constraint))
    return { ...type, constraints: { ...type.constraints, [constraint]: value } };
  if (IGNORED.has(constraint)) return type;
  // Strings are checked by a second step, which the schema for validation does not show.
  if (constraint === 'pattern') return { kind: 'function', inner: type };
  if (
    !LENGTHS.includes(constraint) &&
    !NUMERIC.includes(constraint) &&
    !['max_digits', 'decimal_places'].includes(constraint)
  )
    return type;
  return { kind: 'function', inner: type, updates: { [keyword(type, constraint)]: value } };
}

function keyword(type: CoreType, constraint: string): string {
  if (!LENGTHS.includes(constraint)) return constraint;
  let at = type;
  while (at.kind === 'function') at = at.inner;
  const noun = at.kind === 'list' || at.kind === 'sequence' ? 'Items' : 'Length';
  return constraint === 'min_length' ? `min${noun}` : `max${noun}`;
}
