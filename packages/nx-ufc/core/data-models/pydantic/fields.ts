import type { Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { applyMetadata, unwrap } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { discriminated } from '../annotations/discriminated';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { fieldCall, readFieldCall, setDefault } from '../fields/field-call';
import { mergeInfo, noInfo, type FieldInfo } from '../fields/field-info';
import { metadataOf, type Metadata } from '../fields/metadata';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { unresolved, type CoreType } from '../types/core-type';
import { schemaValidators, type SchemaValidator } from './validators';

/** A field of a model as its class and its ancestors declare it. */
export interface Field {
  name: string;
  /** Constraints and validators applied, the default not. */
  type: CoreType;
  info: FieldInfo;
  /** The string below the field. */
  docstring: string | null;
  /** A test decides whether it is there. */
  uncertain: boolean;
}

interface Declared {
  annotation: Expr;
  value: Expr | null;
  scope: Scope;
  docstring: string | null;
  uncertain: boolean;
}

/** The fields of a model in the order of its schema. */
export function modelFields(models: Models, lineage: readonly Ancestor[]): Field[] {
  const declared = declaredFields(models, lineage);
  const validators = schemaValidators(models, lineage);
  return [...declared].flatMap(([name, one]) => {
    const field = readField(models, name, one, validators);
    return field ? [field] : [];
  });
}

/** Annotations of the classes from the oldest ancestor on: a later one takes the place of an earlier one. */
function declaredFields(models: Models, lineage: readonly Ancestor[]): Map<string, Declared> {
  const found = new Map<string, Declared>();
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    const members = membersOf(models, ancestor.symbol);
    members.forEach(({ statement, certain }, i) => {
      if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') return;
      const { id } = statement.target;
      if (id.startsWith('_') || id === 'model_config') return;
      const after = members[i + 1]?.statement;
      found.set(id, {
        annotation: statement.annotation,
        value: statement.value,
        scope,
        docstring:
          after?.type === 'Expr' && after.value.type === 'Constant' && after.value.value.kind === 'str'
            ? after.value.value.value
            : null,
        uncertain: !certain,
      });
    });
  }
  return found;
}

function readField(
  models: Models,
  name: string,
  declared: Declared,
  validators: readonly SchemaValidator[],
): Field | null {
  const { scope, annotation, value, docstring, uncertain } = declared;
  const inner = unwrap(models, scope, annotation);
  if (inner.qualifiers.has('typing.ClassVar')) return null;
  if (inner.qualifiers.has('typing.Final') && value !== null) return null;
  const metadata = inner.metadata.flatMap((one) => metadataOf(models, one.scope, one.expr));
  const assigned = value === null ? null : assignedInfo(models, scope, value);
  if (assigned === 'private') return null;
  const { info, rest } = gather(metadata, assigned);
  let type = typeOf(models, inner.scope, inner.expr);
  if (info.discriminator) type = discriminated(models, type, info.discriminator);
  type = applyMetadata(models, type, rest);
  for (const validator of validators)
    if (validator.fields.includes(name) || validator.fields.includes('*'))
      type = { kind: 'function', inner: validator.input ?? { kind: 'any' } };
  if (info.unresolved.length > 0) type = unresolved(info.unresolved[0]);
  return { name, type, info, docstring, uncertain };
}

/** The `Field` infos of a field in one, and what else is applied to its type, constraints included, in order. */
export function gather(
  metadata: readonly Metadata[],
  assigned: FieldInfo | null,
): { info: FieldInfo; rest: Metadata[] } {
  let info = noInfo();
  const rest: Metadata[] = [];
  const add = (one: FieldInfo) => {
    info = mergeInfo(info, one);
    for (const [constraint, value] of one.constraints)
      rest.push({ kind: 'constraint', name: constraint, value });
  };
  for (const one of metadata) {
    if (one.kind === 'field') add(one.info);
    else if (one.kind === 'discriminator') info = { ...info, discriminator: one.name };
    else rest.push(one);
  }
  if (assigned) add(assigned);
  return { info, rest };
}

/** What the value behind a field says: a `Field` call, a default, or that it is no field at all. */
export function assignedInfo(models: Models, scope: Scope, value: Expr, depth = 0): FieldInfo | 'private' {
  const field = fieldCall(models, scope, value);
  if (field) return readFieldCall(models, scope, field);
  const info = noInfo();
  const target = value.type === 'Call' ? value.func : value;
  const symbol = resolveExpr(models.symbols, scope.place, target);
  if (value.type === 'Call') {
    if (symbol?.kind === 'external' && canonicalName(symbol.name) === 'pydantic.PrivateAttr')
      return 'private';
    if (symbol?.kind === 'function') info.unresolved.push(`${symbol.qualname}() makes the field`);
  } else if (symbol?.kind === 'variable' && symbol.value?.type === 'Call' && !symbol.ambiguous && depth < 5) {
    const place = { place: symbol.place, vars: scope.vars };
    if (fieldCall(models, place, symbol.value)) return assignedInfo(models, place, symbol.value, depth + 1);
  }
  setDefault(info, scope, value);
  return info;
}
