import type { Call, Expr } from '../../python/ast';
import { qualifiedName, resolveExpr, type Place } from '../../symbols/symbols';
import { define } from '../classes/define';
import type { Models, Scope, TypeArgument } from '../models';
import { canonicalName } from '../types/canonical-name';
import { unresolved, type CoreType } from '../types/core-type';
import { writtenType } from '../types/output-type';
import { toJsonSchema } from '../types/to-json';
import { typeOf } from './annotation';
import { displayOf } from './display';

/** Is a call one of `TypeAliasType`? */
export function isAliasCall(models: Models, place: Place, call: Call): boolean {
  const callee = resolveExpr(models.symbols, place, call.func);
  return callee?.kind === 'external' && canonicalName(callee.name) === 'typing.TypeAliasType';
}

/** `X = TypeAliasType("X", value, type_params=(T,))`: a definition with a name of its own. */
export function calledAlias(
  models: Models,
  place: Place,
  call: Call,
  scope: Scope,
  args: readonly Expr[],
): CoreType {
  const keyword = (name: string) => call.keywords.find((one) => one.arg === name)?.value;
  const label = call.args[0] ?? keyword('name');
  const value = call.args[1] ?? keyword('value');
  if (label?.type !== 'Constant' || label.value.kind !== 'str' || !value)
    return unresolved('a type alias that is made by a call');
  const parameters = keyword('type_params') ?? call.args[2];
  const vars = new Map<string, TypeArgument>();
  const shown: string[] = [];
  (parameters?.type === 'Tuple' ? parameters.elts : []).forEach((parameter, i) => {
    const symbol = resolveExpr(models.symbols, place, parameter);
    if (symbol?.kind !== 'variable' || i >= args.length) return;
    const display = displayOf(models, scope, args[i]);
    shown.push(display);
    vars.set(qualifiedName(symbol), { type: typeOf(models, scope, args[i]), display });
  });
  const qualname = label.value.value;
  const name = shown.length > 0 ? `${qualname}[${shown.join(', ')}]` : qualname;
  return define(models, {
    id: `${place.info.name}.${name}`,
    name,
    qualname,
    module: place.info.name,
    kind: 'type_alias',
    file: place.info.path,
    start: call.start,
    build: () => toJsonSchema(writtenType(models, typeOf(models, { place, vars }, value))),
  });
}
