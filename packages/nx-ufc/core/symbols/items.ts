import type { Expr } from '../python/ast';
import type { Placed } from './runs';
import { resolveExpr, type Place, type Symbols } from './symbols';

const MAX_HOPS = 10;
/** Functions that hand on what they are given. */
const ALIKE = new Set(['list', 'tuple', 'set', 'sorted', 'reversed', 'frozenset']);

/**
 * What a loop runs over, as far as the code shows it: the elements of a list, tuple or set, the keys of a dictionary, `.items()`
 * and `.values()`, sums of them, under any name. Null where that is not known.
 */
export function itemsOf(symbols: Symbols, place: Place, expr: Expr, hops = 0): Placed[] | null {
  if (hops > MAX_HOPS) return null;
  const next = (part: Expr, at = place) => itemsOf(symbols, at, part, hops + 1);
  switch (expr.type) {
    case 'List':
    case 'Tuple':
    case 'Set': {
      const parts = expr.elts.map((element) =>
        element.type === 'Starred' ? next(element.value) : [{ expr: element, place }],
      );
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    case 'Dict':
      return expr.keys.every((key) => key !== null) ? expr.keys.map((key) => ({ expr: key, place })) : null;
    case 'BinOp': {
      const [left, right] = expr.op === 'Add' ? [next(expr.left), next(expr.right)] : [null, null];
      return left && right ? [...left, ...right] : null;
    }
    case 'Name':
    case 'Attribute': {
      const symbol = resolveExpr(symbols, place, expr);
      return symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous
        ? next(symbol.value, symbol.place)
        : null;
    }
    case 'Call':
      return itemsOfCall(symbols, place, expr, hops);
    default:
      return null;
  }
}

function itemsOfCall(symbols: Symbols, place: Place, call: Expr & { type: 'Call' }, hops: number) {
  const { func, args } = call;
  if (func.type === 'Name' && ALIKE.has(func.id) && args.length === 1)
    return resolveExpr(symbols, place, func) === null ? itemsOf(symbols, place, args[0], hops + 1) : null;
  if (func.type !== 'Attribute' || args.length > 0) return null;
  const dict =
    func.attr === 'items' || func.attr === 'values' ? dictAt(symbols, place, func.value, hops) : null;
  if (!dict) return null;
  const { expr, at } = dict;
  return expr.keys.map((key, i): Placed => {
    const value = expr.values[i];
    if (func.attr === 'values') return { expr: value, place: at };
    const { start, end } = value;
    return { expr: { type: 'Tuple', elts: [key!, value], ctx: 'Load', start, end }, place: at };
  });
}

function dictAt(
  symbols: Symbols,
  place: Place,
  expr: Expr,
  hops: number,
): { expr: Expr & { type: 'Dict' }; at: Place } | null {
  if (expr.type === 'Dict') return expr.keys.every((key) => key !== null) ? { expr, at: place } : null;
  if (hops > MAX_HOPS) return null;
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous
    ? dictAt(symbols, symbol.place, symbol.value, hops + 1)
    : null;
}

/** The names of a loop's target with what they stand for in a run; null where the item cannot be taken apart. */
export function boundBy(symbols: Symbols, target: Expr, { expr, place }: Placed): Map<string, Placed> | null {
  if (target.type === 'Name') return new Map([[target.id, { expr, place }]]);
  if (target.type !== 'Tuple' && target.type !== 'List') return null;
  const parts = itemsOf(symbols, place, expr);
  if (!parts || parts.length !== target.elts.length) return null;
  const found = new Map<string, Placed>();
  for (const [i, element] of target.elts.entries()) {
    const inner = boundBy(symbols, element, parts[i]);
    if (!inner) return null;
    for (const [name, value] of inner) found.set(name, value);
  }
  return found;
}
