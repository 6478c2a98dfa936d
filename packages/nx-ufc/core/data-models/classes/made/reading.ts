import { evaluate } from '../../../symbols/evaluate';
import { resolveExpr, type Place } from '../../../symbols/symbols';
import type { Call, Expr, Keyword } from '../../../python/ast';
import type { Models } from '../../models';

/** A call that makes a class, and where it stands. */
export interface Making {
  models: Models;
  place: Place;
  call: Call;
}

/** An argument by position or keyword; null when it is not given. */
export function given({ call }: Making, position: number, ...keywords: string[]): Expr | null {
  const named = call.keywords.find(({ arg }) => arg !== null && keywords.includes(arg));
  if (named) return named.value;
  const found = position >= 0 ? call.args[position] : undefined;
  return found && found.type !== 'Starred' ? found : null;
}

/** A constant text; null for anything else. */
export function textOf({ models, place }: Making, expr: Expr | null): string | null {
  const value = expr && evaluate(models.symbols, place, expr);
  return value?.kind === 'str' ? value.value : null;
}

/** A display that stands there, or that a name of the same module is. */
export function displayAt({ models, place }: Making, expr: Expr | null): Expr | null {
  if (expr?.type !== 'Name') return expr;
  const symbol = resolveExpr(models.symbols, place, expr);
  const near = symbol?.kind === 'variable' && !symbol.ambiguous && symbol.place.info === place.info;
  return near ? symbol.value : expr;
}

export const itemsOf = (making: Making, expr: Expr | null): Expr[] | null => {
  const display = displayAt(making, expr);
  if (display?.type !== 'List' && display?.type !== 'Tuple') return null;
  return display.elts.some((one) => one.type === 'Starred') ? null : display.elts;
};

/** The pairs of `{"a": int}` or `dict(a=int)`; null when a key is not known. */
export function pairsOf(making: Making, expr: Expr | null): [string, Expr][] | null {
  const display = displayAt(making, expr);
  if (display?.type === 'Call' && display.func.type === 'Name' && display.func.id === 'dict')
    return display.args.length === 0 ? keywordPairs(display.keywords) : null;
  if (display?.type !== 'Dict') return null;
  const pairs = display.keys.map((key, i) => [textOf(making, key), display.values[i]] as const);
  return pairs.every(([key]) => key !== null) ? (pairs as [string, Expr][]) : null;
}

function keywordPairs(keywords: readonly Keyword[]): [string, Expr][] | null {
  const pairs = keywords.map(({ arg, value }) => [arg, value] as const);
  return pairs.every(([key]) => key !== null) ? (pairs as [string, Expr][]) : null;
}

/** `"a b"`, `"a, b"`, `["a", "b"]`: names as `namedtuple` and `Enum` take them; null when they are not known. */
export function namesOf(making: Making, expr: Expr | null): string[] | null {
  const { models, place } = making;
  const value = expr && evaluate(models.symbols, place, expr);
  if (value?.kind === 'str') return value.value.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  if (value?.kind !== 'list' && value?.kind !== 'tuple') return null;
  const names = value.items.map((item) => (item.kind === 'str' ? item.value : null));
  return names.every((name) => name !== null) ? names : null;
}
