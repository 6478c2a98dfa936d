import type { Expr } from '../../python/ast';
import { unwrap } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { discriminated } from '../annotations/discriminated';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { kindOfClass } from '../classes/kind';
import { membersOf } from '../classes/members';
import { isPrivate, pydanticInfo } from '../fields/assigned';
import { mergeInfo, noInfo, type FieldInfo } from '../fields/field-info';
import { metadataOf } from '../fields/metadata';
import type { Models, Scope } from '../models';
import { unresolved, type CoreType } from '../types/core-type';
import { constantOf } from '../values/constant';
import { constrainV1 } from './constraints';

export interface FieldV1 {
  name: string;
  type: CoreType;
  info: FieldInfo;
  required: boolean;
}

/** The fields of a pydantic 1 model: those of its bases, its annotations, then names that only have a value. */
export function fieldsV1(models: Models, lineage: readonly Ancestor[]): FieldV1[] {
  const fields = new Map<string, FieldV1>();
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind !== 'class' || kindOfClass(models, ancestor.symbol)?.kind !== 'pydantic') continue;
    addAnnotated(models, ancestor, fields);
    addInferred(models, ancestor, fields);
  }
  return [...fields.values()];
}

function addAnnotated(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  fields: Map<string, FieldV1>,
): void {
  const scope = bodyScope(models, ancestor);
  for (const { statement, certain } of membersOf(models, ancestor.symbol)) {
    if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
    const name = statement.target.id;
    if (name.startsWith('_') && name !== '__root__') continue;
    const field = annotatedField(models, scope, name, statement.annotation, statement.value);
    if (!field) fields.delete(name);
    else if (certain) fields.set(name, field);
    else fields.set(name, { ...field, type: unresolved('a test decides whether it is there') });
  }
}

function annotatedField(
  models: Models,
  scope: Scope,
  name: string,
  annotation: Expr,
  value: Expr | null,
): FieldV1 | null {
  const inner = unwrap(models, scope, annotation);
  if (inner.qualifiers.has('typing.ClassVar')) return null;
  if (value !== null && isPrivate(models, scope, value)) return null;
  let info = value === null ? noInfo() : pydanticInfo(models, scope, value);
  for (const one of inner.metadata.flatMap((part) => metadataOf(models, part.scope, part.expr)))
    if (one.kind === 'field') info = mergeInfo(one.info, info);
  let type = typeOf(models, inner.scope, inner.expr);
  for (const [constraint, limit] of info.constraints) type = constrainV1(type, constraint, limit);
  if (info.discriminator) type = discriminated(models, type, info.discriminator);
  if (info.unresolved.length > 0) type = unresolved(info.unresolved[0]);
  return { name, type, info, required: isRequiredV1(type, info) };
}

/** `Optional[…]` and `Any` need no value in pydantic 1, unless `...` asks for one. */
function isRequiredV1(type: CoreType, info: FieldInfo): boolean {
  if (info.default.kind === 'required') return true;
  if (info.default.kind !== 'none') return false;
  return type.kind !== 'nullable' && type.kind !== 'any' && type.kind !== 'none';
}

const INFERRED: Record<string, CoreType> = {
  str: { kind: 'str' },
  int: { kind: 'int' },
  float: { kind: 'float' },
  bool: { kind: 'bool' },
  bytes: { kind: 'bytes' },
};

/** `limit = 5` is a field of the type of its value, or a new default of a field of an ancestor. */
function addInferred(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  fields: Map<string, FieldV1>,
): void {
  const scope = bodyScope(models, ancestor);
  const own = new Set<string>();
  for (const { statement } of membersOf(models, ancestor.symbol)) {
    if (statement.type === 'AnnAssign' && statement.target.type === 'Name') own.add(statement.target.id);
    if (statement.type !== 'Assign' || statement.targets.length !== 1) continue;
    const [target] = statement.targets;
    if (target.type !== 'Name' || target.id.startsWith('_') || own.has(target.id)) continue;
    if (isPrivate(models, scope, statement.value) || statement.value.type === 'Lambda') continue;
    const info = pydanticInfo(models, scope, statement.value);
    const known = fields.get(target.id);
    const type = known?.type ?? inferred(models, scope, info);
    if (type) fields.set(target.id, { name: target.id, type, info, required: isRequiredV1(type, info) });
  }
}

function inferred(models: Models, scope: Scope, info: FieldInfo): CoreType | null {
  if (info.default.kind !== 'value') return null;
  const constant = constantOf(models, scope.place, info.default.expr);
  if (!constant.known)
    return 'unserialisable' in constant ? null : unresolved(`the type of a value: ${constant.reason}`);
  return Object.hasOwn(INFERRED, constant.type) ? INFERRED[constant.type] : unresolved('the type of a value');
}
