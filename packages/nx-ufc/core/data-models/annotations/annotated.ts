import { parseExpressionText } from '../../python';
import type { Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { resolveExpr } from '../../symbols/symbols';
import { defaultOf } from '../fields/default';
import { metadataOf, type Metadata } from '../fields/metadata';
import type { Json } from '../json';
import { serialisedType } from '../fields/serializer-output';
import { isOutput, type Models, type Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { constrain } from '../types/constraints';
import { ANY, unresolved, type CoreType } from '../types/core-type';
import { typeOf } from './annotation';
import { discriminated } from './discriminated';

/** A type expression without the `Annotated` and the qualifiers around it. */
export interface Unwrapped {
  expr: Expr;
  scope: Scope;
  metadata: { expr: Expr; scope: Scope }[];
  /** Canonical names of the qualifiers: `typing.ClassVar`, `typing.Required` … */
  qualifiers: Set<string>;
}

const QUALIFIERS = new Set([
  'typing.ClassVar',
  'typing.Final',
  'typing.Required',
  'typing.NotRequired',
  'typing.ReadOnly',
  'dataclasses.InitVar',
  'sqlalchemy.orm.Mapped',
]);

/** Take `Annotated` and qualifiers off, also where they stand in an alias or a string. */
export function unwrap(models: Models, scope: Scope, expr: Expr, depth = 0): Unwrapped {
  const plain: Unwrapped = { expr, scope, metadata: [], qualifiers: new Set() };
  if (depth > 20) return plain;
  if (expr.type === 'Constant' && expr.value.kind === 'str') {
    const parsed = parseExpressionText(expr.value.value.trim());
    return parsed ? unwrap(models, scope, parsed, depth + 1) : plain;
  }
  if (expr.type === 'Name' || expr.type === 'Attribute') return unwrapName(models, plain, depth);
  if (expr.type !== 'Subscript') return plain;
  const head = resolveExpr(models.symbols, scope.place, expr.value);
  const name = head?.kind === 'external' ? canonicalName(head.name) : '';
  if (QUALIFIERS.has(name)) {
    const inner = unwrap(models, scope, expr.slice, depth + 1);
    return { ...inner, qualifiers: new Set([...inner.qualifiers, name]) };
  }
  if (name !== 'typing.Annotated' || expr.slice.type !== 'Tuple') return plain;
  const [first, ...rest] = expr.slice.elts;
  const inner = unwrap(models, scope, first, depth + 1);
  return { ...inner, metadata: [...inner.metadata, ...rest.map((one) => ({ expr: one, scope }))] };
}

function unwrapName(models: Models, plain: Unwrapped, depth: number): Unwrapped {
  const { expr, scope } = plain;
  const symbol = resolveExpr(models.symbols, scope.place, expr);
  if (symbol?.kind === 'external') {
    const name = canonicalName(symbol.name);
    return QUALIFIERS.has(name) ? { ...plain, qualifiers: new Set([name]) } : plain;
  }
  if (symbol?.kind !== 'variable' || symbol.ambiguous || symbol.value?.type !== 'Subscript') return plain;
  const head = resolveExpr(models.symbols, symbol.place, symbol.value.value);
  if (head?.kind !== 'external' || leafOf(symbol.value.value) === '') return plain;
  if (canonicalName(head.name) !== 'typing.Annotated') return plain;
  return unwrap(models, { place: symbol.place, vars: scope.vars }, symbol.value, depth + 1);
}

/** The type of `Annotated[X, …]` that does not stand for a whole field. */
export function annotatedType(models: Models, scope: Scope, args: Expr[]): CoreType {
  const inner = unwrap(models, scope, args[0]);
  const metadata = [
    ...inner.metadata.flatMap((one) => metadataOf(models, one.scope, one.expr)),
    ...args.slice(1).flatMap((expr) => metadataOf(models, scope, expr)),
  ];
  let type = applyMetadata(models, typeOf(models, inner.scope, inner.expr), metadata);
  for (const one of metadata) {
    if (one.kind !== 'field') continue;
    const { info } = one;
    if (info.default.kind === 'factory') type = { kind: 'default', inner: type };
    else if (info.default.kind === 'value')
      type = { kind: 'default', inner: type, ...defaultOf(models, info.default).shown };
  }
  return { ...type, opaque: true };
}

/** Apply what stands in `Annotated` behind a type, in order. */
export function applyMetadata(models: Models, start: CoreType, metadata: readonly Metadata[]): CoreType {
  let type = start;
  for (const one of metadata) type = applyOne(models, type, one);
  return type;
}

/** `UrlConstraints` reach the URL below its validators. */
function constrainUrl(type: CoreType, maxLength: Json): CoreType {
  if (type.kind === 'function' || type.kind === 'nullable')
    return { ...type, inner: constrainUrl(type.inner, maxLength) };
  return constrain(type, 'max_length', maxLength);
}

function applyOne(models: Models, type: CoreType, one: Metadata): CoreType {
  switch (one.kind) {
    case 'constraint':
      return constrain(type, one.name, one.value);
    case 'serializer':
      return serialisedType(type, one);
    case 'validator':
      // What a validator is given is not what is sent; a plain one writes values as its type would.
      if (isOutput(models)) return { kind: 'function', inner: type };
      if (one.input) return { kind: 'function', inner: one.input };
      return one.mode === 'plain' ? ANY : { kind: 'function', inner: type };
    case 'schema':
      if (one.schema === null) return { kind: 'omitted' };
      return { kind: 'lax', inner: { kind: 'fixed', schema: one.schema } };
    case 'url':
      return constrainUrl(type, one.maxLength);
    case 'tag':
      return { ...type, tag: one.tag };
    case 'discriminator':
      return discriminated(models, type, one.name);
    case 'unresolved':
      return unresolved(one.reason);
    case 'field': {
      const { info } = one;
      if (info.unresolved.length > 0) return unresolved(info.unresolved[0]);
      let applied = type;
      for (const [name, value] of info.constraints) applied = constrain(applied, name, value);
      if (info.discriminator) applied = discriminated(models, applied, info.discriminator);
      const updates = { ...info.updates, ...info.extra };
      return Object.keys(updates).length > 0
        ? { ...applied, updates: { ...applied.updates, ...updates } }
        : applied;
    }
    default:
      return type;
  }
}
