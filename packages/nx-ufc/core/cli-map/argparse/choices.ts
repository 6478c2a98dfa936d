import type { Models } from '../../data-models';
import { jsonAt } from '../../openapi/value';
import type { Expr } from '../../python/ast';
import { itemsOf } from '../../symbols/items';
import type { Place } from '../../symbols/symbols';

/** What may be given, as texts: a list, the keys of a dictionary, a `range` of numbers; null where that is not known. */
export function choicesOf(models: Models, place: Place, expr: Expr): string[] | null {
  const range = rangeOf(models, place, expr);
  if (range) return range;
  const value = jsonAt(models, { expr, place });
  if (typeof value === 'string') return [...value];
  const items = itemsOf(models.symbols, place, expr)?.map((item) => jsonAt(models, item));
  if (!items?.every((item) => typeof item === 'string' || typeof item === 'number')) return null;
  return items.map(String);
}

const MAX_CHOICES = 1000;

function rangeOf(models: Models, place: Place, expr: Expr): string[] | null {
  if (expr.type !== 'Call' || expr.func.type !== 'Name' || expr.func.id !== 'range') return null;
  const given = expr.args.map((one) => jsonAt(models, { expr: one, place }));
  if (given.length === 0 || !given.every((one) => typeof one === 'number')) return null;
  const [from, to] = given.length === 1 ? [0, given[0]] : given;
  const step = given[2] ?? 1;
  const count = Math.max(0, Math.ceil((to - from) / step));
  return count > MAX_CHOICES ? null : Array.from({ length: count }, (_, i) => String(from + i * step));
}
