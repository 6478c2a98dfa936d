import type { Call, Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { typeOf } from '../annotations/annotation';
import { unwrap } from '../annotations/annotated';
import type { Models, Scope } from '../models';
import { isNullable } from '../types/output-type';
import type { CoreType } from '../types/core-type';
import { fieldOf } from './field-of';

/** What a serializer makes of a value. */
export interface SerializerOutput {
  output: CoreType;
  /** None stays None. */
  unlessNone: boolean;
}

const TYPES = new Set(['str', 'int', 'float', 'bool', 'bytes', 'list', 'dict', 'set', 'tuple']);

/**
 * What a serializer makes: its `return_type`, else what its function is annotated to return, or the type that is called. Null where it
 * says neither: the schema is that of the value then (pydantic, `GenerateJsonSchema.ser_schema`).
 */
export function serializerOutput(
  models: Models,
  scope: Scope,
  call: Call | null,
  func: Expr,
): SerializerOutput | null {
  const keyword = (name: string) => call?.keywords.find(({ arg }) => arg === name)?.value;
  const unlessNone = isUnlessNone(keyword('when_used'));
  const given = keyword('return_type');
  if (given) return { output: annotated(models, scope, given), unlessNone };
  const symbol = resolveExpr(models.symbols, scope.place, func);
  if (symbol?.kind === 'function') {
    const { returns } = symbol.node;
    const at: Scope = { place: symbol.place, vars: scope.vars };
    return returns && { output: annotated(models, at, returns), unlessNone };
  }
  if (symbol === null && func.type === 'Name' && TYPES.has(func.id))
    return { output: typeOf(models, scope, func), unlessNone };
  if (func.type === 'Lambda') return null;
  return { output: { kind: 'unresolved', reason: 'what a serializer makes is not known' }, unlessNone };
}

/** What a method that is a serializer makes. */
export function methodOutput(
  models: Models,
  scope: Scope,
  decorator: Expr,
  returns: Expr | null,
): SerializerOutput | null {
  const keyword = (name: string) =>
    decorator.type === 'Call' ? decorator.keywords.find(({ arg }) => arg === name)?.value : undefined;
  const type = keyword('return_type') ?? returns;
  return type && { output: annotated(models, scope, type), unlessNone: isUnlessNone(keyword('when_used')) };
}

/** A type that a serializer takes the place of. */
export function serialisedType(type: CoreType, { output, unlessNone }: SerializerOutput): CoreType {
  const made: CoreType =
    unlessNone && isNullable(type) ? { kind: 'union', choices: [{ kind: 'none' }, output] } : output;
  return { kind: 'function', inner: made, serialised: true };
}

const annotated = (models: Models, scope: Scope, expr: Expr): CoreType =>
  fieldOf(models, unwrap(models, scope, expr), null, []).type;

const isUnlessNone = (expr: Expr | undefined): boolean =>
  expr?.type === 'Constant' && expr.value.kind === 'str' && expr.value.value.endsWith('unless-none');
