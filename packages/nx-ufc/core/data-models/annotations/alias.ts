import type { Expr } from '../../python/ast';
import { qualifiedName, resolveExpr, type Sym } from '../../symbols/symbols';
import { writtenType } from '../types/output-type';
import { toJsonSchema } from '../types/to-json';
import { typeVarCall } from '../classes/type-parameters';
import type { Models, Scope, TypeArgument } from '../models';
import { define } from '../classes/define';
import { ANY, unresolved, type CoreType } from '../types/core-type';
import { calledAlias, isAliasCall } from './alias-call';
import { typeOf } from './annotation';
import { displayOf } from './display';
import { unionOf } from './union';

type AliasSymbol = Sym & { kind: 'variable' | 'type_alias' };

/** The type behind a name that is no class: `X = Union[…]`, `type X = …`, `TypeVar`, `NewType`. */
export function aliasType(
  models: Models,
  scope: Scope,
  symbol: AliasSymbol,
  args: readonly Expr[],
): CoreType {
  if (symbol.kind === 'type_alias') return statementAlias(models, scope, symbol, args);
  const argument = scope.vars.get(qualifiedName(symbol));
  if (argument) return argument.type;
  if (symbol.ambiguous) return unresolved(`${symbol.name} is bound more than once`);
  if (!symbol.value) return unresolved(`${symbol.name} is not a type that can be read off the code`);
  const variable = typeVarCall(models, symbol);
  if (variable) return typeVariable(models, { place: symbol.place, vars: scope.vars }, variable);
  if (symbol.value.type === 'Call' && isAliasCall(models, symbol.place, symbol.value))
    return calledAlias(models, symbol.place, symbol.value, scope, args);
  const own: Scope = { place: symbol.place, vars: aliasArguments(models, scope, symbol, args) };
  return typeOf(models, own, symbol.value);
}

/** A type parameter that stands for nothing: its default, its constraints, its bound, or anything. */
function typeVariable(models: Models, scope: Scope, call: Expr & { type: 'Call' }): CoreType {
  const keyword = (name: string) => call.keywords.find((one) => one.arg === name)?.value;
  const fallback = keyword('default');
  if (fallback) return typeOf(models, scope, fallback);
  const constraints = call.args.slice(1);
  if (constraints.length > 0)
    return { ...unionOf(constraints.map((one) => typeOf(models, scope, one))), opaque: true };
  const bound = keyword('bound');
  return bound ? typeOf(models, scope, bound) : ANY;
}

/** `type X = …`: a definition with a name of its own. */
function statementAlias(
  models: Models,
  scope: Scope,
  symbol: Sym & { kind: 'type_alias' },
  args: readonly Expr[],
): CoreType {
  const { node, place } = symbol;
  const vars = new Map<string, TypeArgument>(scope.vars);
  const shown: string[] = [];
  node.type_params.forEach((parameter, i) => {
    if (i >= args.length) {
      vars.delete(parameter.name);
      if (parameter.type === 'TypeVar') vars.set(parameter.name, parameterDefault(models, scope, parameter));
      return;
    }
    const display = displayOf(models, scope, args[i]);
    shown.push(display);
    vars.set(parameter.name, { type: typeOf(models, scope, args[i]), display });
  });
  const suffix = shown.length > 0 ? `[${shown.join(', ')}]` : '';
  const name = `${node.name.id}${suffix}`;
  return define(models, {
    id: `${place.info.name}.${name}`,
    name,
    qualname: node.name.id,
    module: place.info.name,
    kind: 'type_alias',
    file: place.info.path,
    start: node.start,
    build: () => toJsonSchema(writtenType(models, typeOf(models, { place, vars }, node.value))),
  });
}

/** A parameter of `[T: bound = default]` that stands for nothing. */
function parameterDefault(
  models: Models,
  scope: Scope,
  parameter: { name: string; bound: Expr | null; default_value: Expr | null },
): TypeArgument {
  const source = parameter.default_value ?? parameter.bound;
  if (source?.type === 'Tuple')
    return { type: unionOf(source.elts.map((one) => typeOf(models, scope, one))), display: parameter.name };
  return { type: source ? typeOf(models, scope, source) : ANY, display: parameter.name };
}

/** `Alias[int]` puts `int` where the alias names its first type parameter. */
function aliasArguments(
  models: Models,
  scope: Scope,
  symbol: Sym & { kind: 'variable' },
  args: readonly Expr[],
): Scope['vars'] {
  if (args.length === 0 || !symbol.value) return scope.vars;
  const vars = new Map(scope.vars);
  parametersIn(models, symbol).forEach((key, i) => {
    if (i < args.length)
      vars.set(key, { type: typeOf(models, scope, args[i]), display: displayOf(models, scope, args[i]) });
  });
  return vars;
}

function parametersIn(models: Models, symbol: Sym & { kind: 'variable' }): string[] {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.type === 'Tuple' || expr.type === 'List') expr.elts.forEach(visit);
    else if (expr.type === 'Subscript') {
      visit(expr.value);
      visit(expr.slice);
    } else if (expr.type === 'BinOp') {
      visit(expr.left);
      visit(expr.right);
    } else if (expr.type === 'Name' || expr.type === 'Attribute') {
      const named = resolveExpr(models.symbols, symbol.place, expr);
      if (named?.kind === 'variable' && typeVarCall(models, named)) found.add(qualifiedName(named));
    }
  };
  visit(symbol.value!);
  return [...found];
}
