import type { Expr } from '../../../python/ast';
import { annotated, anyField, classStatement } from './syntax';
import { given, itemsOf, namesOf, textOf, type Making } from './reading';
import type { Made } from './made';

const UNKNOWN = 'the fields of the tuple are only known at run time';

/** `NamedTuple("X", [("a", int)])` */
export function namedTuple(making: Making, name: string): Made {
  const { call } = making;
  const items = itemsOf(making, given(making, 1, 'fields'));
  const pairs = items?.map((item) => (item.type === 'Tuple' ? item.elts : []));
  const named = (pairs ?? []).map(([key, type]) => ({ key: textOf(making, key ?? null), type }));
  const known = pairs !== undefined && named.every(({ key, type }) => key !== null && type);
  return {
    node: classStatement(call, name, {
      bases: [call.func],
      body: named.flatMap(({ key, type }) =>
        key !== null && type ? [annotated(call, key, type, null)] : [],
      ),
    }),
    unknown: known ? [] : [UNKNOWN],
  };
}

/** `namedtuple("X", "a b", defaults=(1,))`: fields of any type, the last ones with defaults. */
export function plainNamedTuple(making: Making, name: string): Made {
  const { call } = making;
  const fields = namesOf(making, given(making, 1, 'field_names'));
  const fallbacks = defaultsOf(making, given(making, -1, 'defaults'));
  const renames = given(making, -1, 'rename') !== null && (fields ?? []).some((field) => !isField(field));
  const known = fields !== null && fallbacks !== null && !renames;
  const first = (fields ?? []).length - (fallbacks ?? []).length;
  return {
    node: classStatement(call, name, {
      bases: [call.func],
      body: known
        ? fields.map((field, i) => anyField(call, field, i < first ? null : fallbacks[i - first]))
        : [],
    }),
    unknown: known ? [] : [UNKNOWN],
  };
}

const isField = (name: string): boolean => /^[\p{L}][\p{L}\p{N}_]*$/u.test(name);

/** `(1, 2)`, `(None,) * 3`, `[None] * len(FIELDS)` is not known. */
function defaultsOf(making: Making, expr: Expr | null): Expr[] | null {
  if (!expr || (expr.type === 'Constant' && expr.value.kind === 'none')) return [];
  if (expr.type === 'BinOp' && expr.op === 'Mult') {
    const items = itemsOf(making, expr.left);
    const times = expr.right;
    if (!items || times.type !== 'Constant' || typeof timesOf(times) !== 'number') return null;
    return Array.from({ length: timesOf(times) ?? 0 }, () => items).flat();
  }
  return itemsOf(making, expr);
}

const timesOf = (expr: Expr & { type: 'Constant' }): number | null =>
  expr.value.kind === 'int' && typeof expr.value.value === 'number' && expr.value.value <= 100
    ? expr.value.value
    : null;
