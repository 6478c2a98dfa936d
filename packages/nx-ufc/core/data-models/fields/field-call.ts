import type { Call, Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { isObject, type Json } from '../json';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { constantOf } from '../values/constant';
import { noInfo, setDefault, type FieldInfo } from './field-info';

/** Keywords that do not show in a schema. */
const SILENT = new Set([
  'include',
  'repr',
  'frozen',
  'validate_default',
  'strict',
  'coerce_numbers_to_str',
  'allow_inf_nan',
  'union_mode',
  'fail_fast',
  'init_var',
  'allow_mutation',
  'alias_priority',
  'field_title_generator',
]);
/** What SQLModel's `Field` says of the column. */
const OF_TABLES = new Set([
  'primary_key',
  'foreign_key',
  'ondelete',
  'unique',
  'nullable',
  'index',
  'sa_type',
  'sa_column',
  'sa_column_args',
  'sa_column_kwargs',
]);
const CONSTRAINTS: Record<string, string> = {
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
  multiple_of: 'multiple_of',
  min_length: 'min_length',
  max_length: 'max_length',
  pattern: 'pattern',
  regex: 'pattern',
  max_digits: 'max_digits',
  decimal_places: 'decimal_places',
  min_items: 'min_length',
  max_items: 'max_length',
};
const UPDATES = new Set(['title', 'description', 'examples', 'deprecated']);

/** The expression as a call of `pydantic.Field`; null when it is none. */
export function fieldCall(models: Models, scope: Scope, expr: Expr): Call | null {
  if (expr.type !== 'Call') return null;
  const callee = resolveExpr(models.symbols, scope.place, expr.func);
  if (callee?.kind !== 'external') return null;
  return /^(pydantic|sqlmodel)\.Field(Info)?$/.test(canonicalName(callee.name)) ? expr : null;
}

/** What a call of `Field` says. */
export function readFieldCall(models: Models, scope: Scope, call: Call): FieldInfo {
  const info = noInfo();
  const callee = resolveExpr(models.symbols, scope.place, call.func);
  const isSqlmodel = callee?.kind === 'external' && callee.name.startsWith('sqlmodel.');
  if (call.args.length > 0) setDefault(info, scope, call.args[0]);
  for (const { arg, value } of call.keywords) {
    if (arg !== null && isSqlmodel && OF_TABLES.has(arg)) continue;
    if (arg === null) info.unresolved.push('arguments of Field are unpacked');
    else readKeyword(models, scope, info, arg, value);
  }
  return info;
}

function readKeyword(models: Models, scope: Scope, info: FieldInfo, name: string, expr: Expr): void {
  if (SILENT.has(name)) return;
  if (name === 'default') return setDefault(info, scope, expr);
  if (name === 'default_factory') {
    if (!isNone(expr)) info.default = { kind: 'factory' };
    return;
  }
  if (name === 'init' || name === 'kw_only') return readFlag(info, name, expr);
  if (name === 'exclude') {
    if (isTrue(expr)) info.excluded = 'always';
    return;
  }
  if (name === 'exclude_if') {
    if (!isNone(expr)) info.excluded ??= 'sometimes';
    return;
  }
  if (name === 'validation_alias') return readValidationAlias(models, scope, info, expr);
  if (name === 'json_schema_extra') return readExtra(models, scope, info, expr);
  const constant = constantOf(models, scope.place, expr);
  if (!constant.known) {
    info.unresolved.push(`${name}: ${constant.reason}`);
    return;
  }
  if (models.options.pydantic === 1 && /^(min|max|unique)_items$/.test(name))
    info.constraints.push([name, constant.json]);
  else setKeyword(info, name, constant.json);
}

const isNone = (expr: Expr): boolean => expr.type === 'Constant' && expr.value.kind === 'none';
const isTrue = (expr: Expr): boolean =>
  expr.type === 'Constant' && expr.value.kind === 'bool' && expr.value.value;

function setKeyword(info: FieldInfo, name: string, value: Json): void {
  if (Object.hasOwn(CONSTRAINTS, name)) {
    info.constraints.push([CONSTRAINTS[name], value]);
  } else if (UPDATES.has(name)) {
    if (name === 'deprecated') {
      if (value !== null && value !== false) info.updates.deprecated = true;
    } else if (value !== null) info.updates[name] = value;
  } else if (name === 'alias') {
    if (typeof value !== 'string') return;
    info.alias = value;
    info.aliasPriority = 2;
  } else if (name === 'serialization_alias') {
    if (typeof value === 'string') info.serializationAlias = value;
  } else if (name === 'discriminator') {
    if (typeof value === 'string') info.discriminator = value;
  } else if (name === 'const') {
    if (value === true) info.constant = true;
  } else {
    // Other keywords go into the schema as they are (deprecated in pydantic 2, but done).
    info.extra = { ...info.extra, [name]: value };
  }
}

function readFlag(info: FieldInfo, name: 'init' | 'kw_only', expr: Expr): void {
  const value = expr.type === 'Constant' && expr.value.kind === 'bool' ? expr.value.value : null;
  if (name === 'init' && value === false) info.init = false;
  if (name === 'kw_only' && value !== null) info.kwOnly = value;
}

/** A name, `AliasPath("a", 0)` (which names no property) or `AliasChoices("a", "b")` (of which the first name counts). */
function readValidationAlias(models: Models, scope: Scope, info: FieldInfo, expr: Expr): void {
  if (isNone(expr)) return;
  const callee = expr.type === 'Call' ? resolveExpr(models.symbols, scope.place, expr.func) : null;
  const name = callee?.kind === 'external' ? canonicalName(callee.name) : null;
  info.aliasPriority = 2;
  if (expr.type === 'Call' && (name === 'pydantic.AliasChoices' || name === 'pydantic.AliasPath')) {
    const choices = name === 'pydantic.AliasPath' && expr.args.length !== 1 ? [] : expr.args;
    for (const choice of choices) {
      const constant = choice.type === 'Call' ? null : constantOf(models, scope.place, choice);
      if (constant?.known && typeof constant.json === 'string') {
        info.validationAlias = constant.json;
        return;
      }
    }
    return;
  }
  const constant = constantOf(models, scope.place, expr);
  if (constant.known && typeof constant.json === 'string') info.validationAlias = constant.json;
  else info.unresolved.push('validation_alias is made at run time');
}

function readExtra(models: Models, scope: Scope, info: FieldInfo, expr: Expr): void {
  const constant = constantOf(models, scope.place, expr);
  if (!constant.known) info.unresolved.push(`json_schema_extra: ${constant.reason}`);
  else if (isObject(constant.json)) info.extra = { ...info.extra, ...constant.json };
}
