import type { Call } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { classType } from '../classes/class-type';
import { madeClass } from '../classes/made';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { constrain } from '../types/constraints';
import { ANY, unresolved, type CoreType } from '../types/core-type';
import { constantOf } from '../values/constant';
import { calledAlias, isAliasCall } from './alias-call';
import { typeOf } from './annotation';

type Start = (models: Models, scope: Scope, call: Call) => CoreType;
const items =
  (kind: 'list' | 'set' | 'frozenset'): Start =>
  (models, scope, call) => ({
    kind,
    items: typeOf(models, scope, call.args[0] ?? call.keywords.find((one) => one.arg === 'item_type')!.value),
  });

/** Functions of pydantic that make a constrained type. */
const STARTS: Record<string, Start> = {
  'pydantic.conint': () => ({ kind: 'int' }),
  'pydantic.confloat': () => ({ kind: 'float' }),
  'pydantic.condecimal': () => ({ kind: 'decimal' }),
  'pydantic.constr': () => ({ kind: 'str' }),
  'pydantic.conbytes': () => ({ kind: 'bytes' }),
  'pydantic.condate': () => ({ kind: 'date' }),
  'pydantic.conlist': items('list'),
  'pydantic.conset': items('set'),
  'pydantic.confrozenset': items('frozenset'),
};
const RENAMED: Record<string, string> = {
  regex: 'pattern',
  min_items: 'min_length',
  max_items: 'max_length',
};

/** The type that a call makes: `conint(gt=0)`, `NewType("X", int)`, `TypeAliasType("X", …)`. */
export function constructedType(models: Models, scope: Scope, call: Call): CoreType {
  const callee = resolveExpr(models.symbols, scope.place, call.func);
  if (callee?.kind !== 'external') return unresolved('a type that is made by a call');
  const made = madeClass(models, scope.place, call);
  if (made) return classType(models, made, new Map());
  const name = canonicalName(callee.name);
  if (name === 'typing.NewType') return call.args.length > 1 ? typeOf(models, scope, call.args[1]) : ANY;
  if (isAliasCall(models, scope.place, call)) return calledAlias(models, scope.place, call, scope, []);
  if (name === 'typing.ForwardRef' && call.args.length > 0) return typeOf(models, scope, call.args[0]);
  if (!Object.hasOwn(STARTS, name)) return unresolved(`a type that ${callee.name}() makes`);
  return constrainedBy(models, scope, call, STARTS[name](models, scope, call));
}

function constrainedBy(models: Models, scope: Scope, call: Call, start: CoreType): CoreType {
  let type = start;
  for (const { arg, value } of call.keywords) {
    if (arg === null) return unresolved('constraints are unpacked');
    if (arg === 'item_type' || arg === 'unique_items') continue;
    const constant = constantOf(models, scope.place, value);
    if (!constant.known) return unresolved(`${arg}: ${constant.reason}`);
    type = constrain(type, RENAMED[arg] ?? arg, constant.json);
  }
  return type;
}
