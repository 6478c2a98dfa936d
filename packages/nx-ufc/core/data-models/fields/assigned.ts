import type { Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { fieldCall, readFieldCall } from './field-call';
import { noInfo, setDefault, type FieldInfo } from './field-info';

/** What the value behind a field says: a `Field` call, or a default. */
export function pydanticInfo(models: Models, scope: Scope, value: Expr, depth = 0): FieldInfo {
  const field = fieldCall(models, scope, value);
  if (field) return readFieldCall(models, scope, field);
  const info = noInfo();
  const target = value.type === 'Call' ? value.func : value;
  const symbol = resolveExpr(models.symbols, scope.place, target);
  if (value.type === 'Call') {
    if (symbol?.kind === 'function') info.unresolved.push(`${symbol.qualname}() makes the field`);
  } else if (symbol?.kind === 'variable' && symbol.value?.type === 'Call' && !symbol.ambiguous && depth < 5) {
    const place = { place: symbol.place, vars: scope.vars };
    if (fieldCall(models, place, symbol.value)) return pydanticInfo(models, place, symbol.value, depth + 1);
  }
  setDefault(info, scope, value);
  return info;
}

/** Is the value of a name in a model `PrivateAttr(…)`, or a relationship of SQLModel? Then it is no field. */
export function isPrivate(models: Models, scope: Scope, value: Expr): boolean {
  if (value.type !== 'Call') return false;
  const callee = resolveExpr(models.symbols, scope.place, value.func);
  return (
    callee?.kind === 'external' &&
    /^(pydantic\.PrivateAttr|sqlmodel\.Relationship)$/.test(canonicalName(callee.name))
  );
}
