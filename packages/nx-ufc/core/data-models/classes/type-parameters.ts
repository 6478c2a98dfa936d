import type { Expr, TypeParam } from '../../python/ast';
import { resolveExpr, qualifiedName, type Place, type Sym } from '../../symbols/symbols';
import { typeOf } from '../annotations/annotation';
import { displayOf } from '../annotations/display';
import {
  cached,
  type ClassSymbol,
  type Models,
  type Scope,
  type TypeArgument,
  type TypeArguments,
} from '../models';
import { canonicalName } from '../types/canonical-name';

/** A type parameter: its key in `TypeArguments`, and its name. */
export interface TypeParameter {
  key: string;
  name: string;
}

/** Is a symbol a `TypeVar`? Then the call that makes it. */
export function typeVarCall(models: Models, symbol: Sym): (Expr & { type: 'Call' }) | null {
  if (symbol.kind !== 'variable' || symbol.value?.type !== 'Call') return null;
  const callee = resolveExpr(models.symbols, symbol.place, symbol.value.func);
  return callee?.kind === 'external' && canonicalName(callee.name) === 'typing.TypeVar' ? symbol.value : null;
}

/** The type parameters of a class: of `class A[T]`, of `Generic[T]`, or in the order in which its bases name them. */
function typeParametersOf(models: Models, symbol: ClassSymbol): TypeParameter[] {
  return cached(models, symbol.node, 'type parameters', () => {
    if (symbol.node.type_params.length > 0) return symbol.node.type_params.map(named);
    const subscripts = symbol.node.bases.filter((base) => base.type === 'Subscript');
    const generic = subscripts.find((base) => {
      const head = resolveExpr(models.symbols, symbol.place, base.value);
      return head?.kind === 'external' && canonicalName(head.name) === 'typing.Generic';
    });
    const found = new Map<string, TypeParameter>();
    for (const base of generic ? [generic] : subscripts)
      if (base.type === 'Subscript') collect(models, symbol.place, base.slice, found);
    return [...found.values()];
  });
}

const named = (parameter: TypeParam): TypeParameter => ({ key: parameter.name, name: parameter.name });

function collect(models: Models, place: Place, expr: Expr, found: Map<string, TypeParameter>): void {
  if (expr.type === 'Tuple' || expr.type === 'List') {
    for (const part of expr.elts) collect(models, place, part, found);
  } else if (expr.type === 'Subscript') {
    collect(models, place, expr.slice, found);
  } else if (expr.type === 'BinOp') {
    collect(models, place, expr.left, found);
    collect(models, place, expr.right, found);
  } else if (expr.type === 'Name' || expr.type === 'Attribute') {
    const symbol = resolveExpr(models.symbols, place, expr);
    if (symbol?.kind !== 'variable' || !typeVarCall(models, symbol)) return;
    const key = qualifiedName(symbol);
    found.set(key, { key, name: symbol.name });
  }
}

/** What the type parameters of a class stand for when it is written with these arguments. */
export function argumentsFor(
  models: Models,
  symbol: ClassSymbol,
  args: readonly Expr[],
  scope: Scope,
): TypeArguments {
  const parameters = typeParametersOf(models, symbol);
  const result = new Map<string, TypeArgument>();
  if (args.length === 0 || parameters.every((one, i) => isParameter(models, scope, args[i], one)))
    return result;
  parameters.forEach((parameter, i) => {
    if (i >= args.length) return;
    result.set(parameter.key, {
      type: typeOf(models, scope, args[i]),
      display: displayOf(models, scope, args[i]),
    });
  });
  return result;
}

/** Is an argument the type parameter itself, which stands for nothing yet? `Page[T]` is then `Page`. */
function isParameter(
  models: Models,
  scope: Scope,
  expr: Expr | undefined,
  parameter: TypeParameter,
): boolean {
  if (expr?.type !== 'Name' && expr?.type !== 'Attribute') return false;
  if (expr.type === 'Name' && scope.vars.has(expr.id)) return false;
  const symbol = resolveExpr(models.symbols, scope.place, expr);
  if (symbol?.kind !== 'variable')
    return symbol === null && expr.type === 'Name' && expr.id === parameter.key;
  return qualifiedName(symbol) === parameter.key && !scope.vars.has(parameter.key);
}
