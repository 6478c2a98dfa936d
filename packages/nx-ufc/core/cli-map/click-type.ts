import { argument } from '../endpoints/arguments';
import type { Models } from '../data-models';
import { jsonAt } from '../openapi/value';
import { leafOf } from '../python/facts/dotted';
import type { Call, Expr } from '../python/ast';
import { resolveExpr, type Place } from '../symbols/symbols';
import { clickName } from './frameworks';
import { enumChoices } from './enum-choices';
import type { CliParameter } from './types';

type Typed = Pick<CliParameter, 'type' | 'choices'>;

const BUILTIN: Record<string, string> = {
  str: 'text',
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  bytes: 'text',
};
const CLICK: Record<string, string> = {
  STRING: 'text',
  INT: 'integer',
  FLOAT: 'float',
  BOOL: 'boolean',
  UUID: 'uuid',
  UNPROCESSED: 'text',
  File: 'filename',
  IntRange: 'integer range',
  FloatRange: 'float range',
  DateTime: 'datetime',
  Tuple: 'tuple',
};

/** The type of a parameter of click by its `type=`, its default or what kind of flag it is. */
export function clickType(
  models: Models,
  call: Call,
  place: Place,
  { isFlag, count }: { isFlag: boolean; count: boolean },
): Typed {
  const given = argument(call, -1, 'type');
  if (given) return typeAt(models, given, place);
  if (count) return { type: 'integer range' };
  const fallback = argument(call, -1, 'default');
  const value = fallback ? jsonAt(models, { expr: fallback, place }) : undefined;
  if (isFlag) {
    const flagValue = argument(call, -1, 'flag_value');
    return { type: flagValue ? typeOfValue(jsonAt(models, { expr: flagValue, place })) : 'boolean' };
  }
  if (fallback && value === undefined && fallback.type === 'Lambda') return { type: 'text' };
  return { type: value === undefined || value === null ? 'text' : typeOfValue(value) };
}

function typeOfValue(value: unknown): string {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'number') return Number.isInteger(first) ? 'integer' : 'float';
  return 'text';
}

function typeAt(models: Models, expr: Expr, place: Place): Typed {
  const { symbols } = models;
  const target = expr.type === 'Call' ? expr.func : expr;
  const name = clickName(symbols, place, target);
  if (name === 'Choice') return choiceOf(models, expr, place);
  if (name === 'Path') return { type: pathType(models, expr, place) };
  if (name !== null && CLICK[name]) return { type: CLICK[name] };
  const symbol = resolveExpr(symbols, place, target);
  if (symbol === null && BUILTIN[leafOf(target)]) return { type: BUILTIN[leafOf(target)] };
  if (symbol?.kind === 'external' && symbol.name === 'uuid.UUID') return { type: 'uuid' };
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
    return typeAt(models, symbol.value, symbol.place);
  if (expr.type === 'Tuple') return { type: 'tuple' };
  return { type: null };
}

function choiceOf(models: Models, expr: Expr, place: Place): Typed {
  const given = expr.type === 'Call' ? argument(expr, 0, 'choices') : null;
  const listed = given && (jsonAt(models, { expr: given, place }) ?? enumChoices(models, given, place));
  const choices = Array.isArray(listed) ? listed.map(String) : null;
  return { type: 'choice', ...(choices ? { choices } : {}) };
}

/** `click.Path` names itself by what it accepts. */
function pathType(models: Models, expr: Expr, place: Place): string {
  const isOff = (keyword: string) => {
    const given = expr.type === 'Call' ? argument(expr, -1, keyword) : null;
    return given !== null && jsonAt(models, { expr: given, place }) === false;
  };
  if (isOff('dir_okay') && !isOff('file_okay')) return 'file';
  return isOff('file_okay') && !isOff('dir_okay') ? 'directory' : 'path';
}
