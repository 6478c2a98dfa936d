import type { Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { evaluate } from '../../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../../symbols/symbols';
import type { ModelOptions } from '../models';

type Decided = string | number | boolean | number[] | null;

const VERSIONS = { 1: '1.10.24', 2: '2.12.5' };

/** Does a test hold in the environment that models are read for? null when only running code could tell. */
export function decide(
  symbols: Symbols,
  options: ModelOptions,
  place: Place,
  test: Expr,
  depth = 0,
): boolean | null {
  if (depth > 10) return null;
  const next = (expr: Expr) => decide(symbols, options, place, expr, depth + 1);
  switch (test.type) {
    case 'UnaryOp': {
      const value = test.op === 'Not' ? next(test.operand) : null;
      return value === null ? null : !value;
    }
    case 'BoolOp': {
      const values = test.values.map(next);
      const decisive = test.op === 'Or';
      if (values.includes(decisive)) return decisive;
      return values.includes(null) ? null : !decisive;
    }
    case 'Compare':
      return compare(symbols, options, place, test, depth);
    default: {
      if (leafOf(test) === 'TYPE_CHECKING') return false;
      const value = valueOf(symbols, options, place, test, depth);
      return value === null ? null : Array.isArray(value) ? value.length > 0 : Boolean(value);
    }
  }
}

function compare(
  symbols: Symbols,
  options: ModelOptions,
  place: Place,
  test: Expr & { type: 'Compare' },
  depth: number,
): boolean | null {
  if (test.ops.length !== 1) return null;
  const left = valueOf(symbols, options, place, test.left, depth + 1);
  const right = valueOf(symbols, options, place, test.comparators[0], depth + 1);
  if (left === null || right === null || typeof left !== typeof right) return null;
  const order =
    Array.isArray(left) && Array.isArray(right)
      ? compareLists(left, right)
      : left < right
        ? -1
        : left > right
          ? 1
          : 0;
  switch (test.ops[0]) {
    case 'Eq':
      return order === 0;
    case 'NotEq':
      return order !== 0;
    case 'Lt':
      return order < 0;
    case 'LtE':
      return order <= 0;
    case 'Gt':
      return order > 0;
    case 'GtE':
      return order >= 0;
    default:
      return null;
  }
}

function compareLists(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Versions of Python and pydantic, what is computed from them, and constants of the project. */
function valueOf(symbols: Symbols, options: ModelOptions, place: Place, expr: Expr, depth: number): Decided {
  if (depth > 10) return null;
  const next = (part: Expr, at = place) => valueOf(symbols, options, at, part, depth + 1);
  switch (expr.type) {
    case 'Compare':
    case 'BoolOp':
    case 'UnaryOp':
      return decide(symbols, options, place, expr, depth + 1);
    case 'Call':
      return called(expr, next);
    case 'Subscript': {
      const value = next(expr.value);
      if (!Array.isArray(value)) return null;
      if (expr.slice.type === 'Slice')
        return expr.slice.upper ? value.slice(0, Number(next(expr.slice.upper) ?? 0)) : null;
      const index = next(expr.slice);
      return typeof index === 'number' ? (value[index] ?? null) : null;
    }
    case 'Tuple': {
      const parts = expr.elts.map((part) => next(part));
      return parts.every((part) => typeof part === 'number') ? (parts as number[]) : null;
    }
    case 'Name':
    case 'Attribute': {
      const symbol = resolveExpr(symbols, place, expr);
      if (symbol?.kind === 'external') return environment(options, symbol.name);
      if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
        return next(symbol.value, symbol.place);
      return expr.type === 'Attribute' && (expr.attr === 'major' || expr.attr === 'minor')
        ? versionPart(next(expr.value), expr.attr)
        : null;
    }
    default: {
      const value = evaluate(symbols, place, expr);
      if (value.kind === 'str' || value.kind === 'bool') return value.value;
      return value.kind === 'int' && typeof value.value === 'number' ? value.value : null;
    }
  }
}

function versionPart(version: Decided, part: 'major' | 'minor'): number | null {
  return Array.isArray(version) ? (version[part === 'major' ? 0 : 1] ?? null) : null;
}

function environment(options: ModelOptions, name: string): Decided {
  if (name === 'sys.version_info') return [...options.python, 99];
  if (name === 'sys.version_info.major') return options.python[0];
  if (name === 'sys.version_info.minor') return options.python[1];
  if (/^pydantic(\.version)?\.(VERSION|__version__)$/.test(name)) return VERSIONS[options.pydantic];
  return null;
}

function called(call: Expr & { type: 'Call' }, next: (expr: Expr) => Decided): Decided {
  const { func, args } = call;
  if (func.type === 'Attribute') {
    const receiver = next(func.value);
    const first = args.length > 0 ? next(args[0]) : null;
    if (typeof receiver !== 'string') return null;
    if (func.attr === 'startswith' && typeof first === 'string') return receiver.startsWith(first);
    if (func.attr === 'split' && first === '.') return receiver.split('.').map(Number);
    return null;
  }
  if (args.length !== 1) return null;
  const value = next(args[0]);
  switch (leafOf(func)) {
    case 'int':
      return typeof value === 'string' || typeof value === 'number' ? Number(value) : null;
    case 'bool':
      return value === null ? null : Boolean(value);
    case 'Version':
    case 'parse':
    case 'parse_version':
      return typeof value === 'string' ? value.split('.').map(Number) : null;
    default:
      return null;
  }
}
