import type { Expr } from '../../python/ast';
import { unwrap } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { UNRESOLVED, type JsonSchema } from '../json';
import type { ClassSymbol, Models, Scope } from '../models';
import { toJsonSchema, flatAnyOf, invalidIn } from '../types/to-json';
import type { CoreType } from '../types/core-type';
import { returnedBy } from '../values/returned';
import { columnOf, emptyColumn, type ColumnInfo } from './column';
import { typeForAnnotation } from './annotation-map';
import { sqlalchemyName } from './external';
import { referencedType } from './referenced-type';
import { relationshipOf, type Relationship } from './relationship';

/** An attribute of a mapped class that is stored in a column. */
export interface MappedColumn extends ColumnInfo {
  attribute: string;
  schema: JsonSchema;
  /** The class of the lineage that brings it. */
  owner: ClassSymbol;
}

export interface Mapped {
  columns: Map<string, MappedColumn>;
  relationships: Map<string, Relationship>;
}

/**
 * Columns and relationships of a mapped class: of the oldest ancestor first, mixins included.
 * @param annotated every annotation makes a column, as in SQLModel
 */
export function mappedOf(models: Models, lineage: readonly Ancestor[], annotated = false): Mapped {
  const mapped: Mapped = { columns: new Map(), relationships: new Map() };
  for (const ancestor of [...lineage].reverse())
    if (ancestor.kind === 'class') addMembers({ models, lineage, mapped, annotated }, ancestor);
  return mapped;
}

interface Reading {
  models: Models;
  lineage: readonly Ancestor[];
  mapped: Mapped;
  /** Every annotation makes a column, as in SQLModel. */
  annotated: boolean;
}

function addMembers(reading: Reading, ancestor: Ancestor & { kind: 'class' }): void {
  const { models } = reading;
  const scope = bodyScope(models, ancestor);
  for (const { statement } of membersOf(models, ancestor.symbol)) {
    if (statement.type === 'Assign' && statement.targets.length === 1 && statement.targets[0].type === 'Name')
      addMember(reading, ancestor.symbol, scope, statement.targets[0].id, null, statement.value);
    if (statement.type === 'AnnAssign' && statement.target.type === 'Name')
      addMember(reading, ancestor.symbol, scope, statement.target.id, statement.annotation, statement.value);
    if (
      statement.type === 'FunctionDef' &&
      statement.decorator_list.some((one) => isDeclared(models, scope, one))
    ) {
      const returned = returnedBy(models.symbols, {
        kind: 'function',
        node: statement,
        place: ancestor.symbol.place,
        qualname: statement.name,
      });
      if (!returned) continue;
      const inside: Scope = { place: returned.place, vars: scope.vars };
      addMember(reading, ancestor.symbol, inside, statement.name, statement.returns, returned.expr);
    }
  }
}

function isDeclared(models: Models, scope: Scope, decorator: Expr): boolean {
  const target =
    decorator.type === 'Attribute' && decorator.attr === 'directive' ? decorator.value : decorator;
  return /^declared_attr$/.test(sqlalchemyName(models, scope.place, target) ?? '');
}

function addMember(
  { models, lineage, mapped, annotated: plain }: Reading,
  owner: ClassSymbol,
  scope: Scope,
  name: string,
  annotation: Expr | null,
  value: Expr | null,
): void {
  const inner = annotation ? unwrap(models, scope, annotation) : null;
  const relationship = value ? relationshipOf(models, scope, value, inner) : null;
  if (relationship) {
    mapped.columns.delete(name);
    mapped.relationships.set(name, relationship);
    return;
  }
  if (plain && (!inner || inner.qualifiers.has('typing.ClassVar') || name === 'model_config')) return;
  const isMapped = plain || (inner?.qualifiers.has('sqlalchemy.orm.Mapped') ?? false);
  let column = value ? columnOf(models, scope.place, value) : null;
  // `Mapped[x]` of an `Annotated` with a `mapped_column` in it.
  const annotated = inner?.metadata
    .map((one) => columnOf(models, one.scope.place, one.expr))
    .find((one) => one !== null);
  if (annotated) column = column ? overlay(annotated, column) : annotated;
  if (!column && isMapped && (plain || value === null))
    column = { ...emptyColumn(), hasDefault: value !== null };
  if (!column) return;
  const type = inner && isMapped ? typeOf(models, inner.scope, inner.expr) : null;
  if (inner && type && !column.type && column.foreignKeys.length === 0)
    column.type = typeForAnnotation(models, lineage, inner.scope, inner.expr, type);
  if (!column.type && column.foreignKeys.length > 0)
    column = { ...column, type: referencedType(models, column.foreignKeys[0].references) };
  mapped.columns.set(name, { ...column, attribute: name, owner, ...settled(column, type) });
}

/** A column of an annotation with what the attribute itself says. */
function overlay(base: ColumnInfo, own: ColumnInfo): ColumnInfo {
  return {
    name: own.name ?? base.name,
    type: own.type ?? base.type,
    primaryKey: own.primaryKey || base.primaryKey,
    nullable: own.nullable ?? base.nullable,
    unique: own.unique || base.unique,
    index: own.index || base.index,
    hasDefault: own.hasDefault || base.hasDefault,
    comment: own.comment ?? base.comment,
    foreignKeys: [...base.foreignKeys, ...own.foreignKeys],
    unresolved: [...base.unresolved, ...own.unresolved],
  };
}

/** Whether null is allowed, and the schema of a value: of the annotation where there is one, else of the column's type. */
function settled(column: ColumnInfo, type: CoreType | null): { nullable: boolean; schema: JsonSchema } {
  const optional = type?.kind === 'nullable';
  const nullable = column.nullable ?? (!column.primaryKey && (type === null || optional));
  const plain = type?.kind === 'nullable' ? type.inner : type;
  const known =
    plain && plain.kind !== 'unresolved' && invalidIn(plain) === null ? toJsonSchema(plain) : null;
  const bySql = column.type && Object.keys(column.type.schema).length > 0 ? column.type.schema : null;
  const schema = bySql && (!known || !(UNRESOLVED in bySql)) ? { ...bySql } : (known ?? unknownType(plain));
  if (column.unresolved.length > 0) schema[UNRESOLVED] = column.unresolved[0];
  return {
    nullable,
    schema: nullable && !(UNRESOLVED in schema) ? flatAnyOf([schema, { type: 'null' }]) : schema,
  };
}

const unknownType = (type: CoreType | null): JsonSchema => ({
  [UNRESOLVED]: type?.kind === 'unresolved' ? type.reason : 'the type is that of the column it refers to',
});
