import type { Call, Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import { returnedBy } from '../values/returned';
import { constantOf } from '../values/constant';
import type { Models } from '../models';
import { sqlalchemyName } from './external';
import { sqlTypeOf, type SqlType } from './sql-type';
import { columnReference } from './column-reference';

export interface ForeignKeyRef {
  /** `user.id`; null when it is not known. */
  references: string | null;
  onDelete?: string;
}

/** What a `Column(…)` or `mapped_column(…)` says. */
export interface ColumnInfo {
  /** In the database; null: that of the attribute. */
  name: string | null;
  type: SqlType | null;
  primaryKey: boolean;
  nullable: boolean | null;
  unique: boolean;
  index: boolean;
  hasDefault: boolean;
  comment: string | null;
  foreignKeys: ForeignKeyRef[];
  unresolved: string[];
}

const MAKERS = new Set(['Column', 'mapped_column', 'MappedColumn', 'Field']);
const NO_COLUMNS = new Set(['Computed', 'Identity', 'Sequence', 'CheckConstraint', 'FetchedValue']);

export const emptyColumn = (): ColumnInfo => ({
  name: null,
  type: null,
  primaryKey: false,
  nullable: null,
  unique: false,
  index: false,
  hasDefault: false,
  comment: null,
  foreignKeys: [],
  unresolved: [],
});

/** The column that an expression makes, through functions of the project that only return one; null when it makes none. */
export function columnOf(models: Models, place: Place, expr: Expr, depth = 0): ColumnInfo | null {
  if (expr.type === 'Name' && depth < 5) {
    const symbol = resolveExpr(models.symbols, place, expr);
    if (symbol?.kind === 'variable' && symbol.value?.type === 'Call' && !symbol.ambiguous)
      return columnOf(models, symbol.place, symbol.value, depth + 1);
  }
  if (expr.type !== 'Call') return null;
  const maker = sqlalchemyName(models, place, expr.func);
  if (maker !== null && MAKERS.has(maker)) return readColumn(models, place, expr);
  const returned =
    depth < 5 ? returnedBy(models.symbols, resolveExpr(models.symbols, place, expr.func)) : null;
  return returned && columnOf(models, returned.place, returned.expr, depth + 1);
}

function readColumn(models: Models, place: Place, call: Call): ColumnInfo {
  const column = emptyColumn();
  // The first argument of SQLModel's `Field` is a default.
  if (sqlalchemyName(models, place, call.func) === 'Field') column.hasDefault = call.args.length > 0;
  else call.args.forEach((arg, i) => readPositional(models, place, column, arg, i));
  for (const { arg, value } of call.keywords) {
    if (arg === null) column.unresolved.push('arguments of a column are unpacked');
    else readKeyword(models, place, column, arg, value);
  }
  return column;
}

function readPositional(models: Models, place: Place, column: ColumnInfo, arg: Expr, i: number): void {
  if (arg.type === 'Starred') return void column.unresolved.push('arguments of a column are unpacked');
  const text = i === 0 && arg.type === 'Constant' ? constantOf(models, place, arg) : null;
  if (text?.known && typeof text.json === 'string') {
    column.name = text.json;
    return;
  }
  const maker = arg.type === 'Call' ? sqlalchemyName(models, place, arg.func) : null;
  if (arg.type === 'Call' && maker === 'ForeignKey') column.foreignKeys.push(foreignKey(models, place, arg));
  else if (maker !== null && NO_COLUMNS.has(maker)) column.hasDefault ||= maker !== 'CheckConstraint';
  else if (arg.type === 'Constant' && arg.value.kind === 'none') return;
  else column.type ??= sqlTypeOf(models, place, arg);
}

/** `ForeignKey("user.id", ondelete="CASCADE")`, `ForeignKey(User.id)` */
function foreignKey(models: Models, place: Place, call: Call): ForeignKeyRef {
  const target = call.args[0] ?? call.keywords.find((one) => one.arg === 'column')?.value;
  const references = target ? columnReference(models, place, target) : null;
  const onDelete = call.keywords.find((one) => one.arg === 'ondelete')?.value;
  const constant = onDelete ? constantOf(models, place, onDelete) : null;
  return {
    references,
    ...(constant?.known && typeof constant.json === 'string' ? { onDelete: constant.json } : {}),
  };
}

function readKeyword(models: Models, place: Place, column: ColumnInfo, name: string, expr: Expr): void {
  switch (name) {
    case 'sa_column':
      Object.assign(column, columnOf(models, place, expr) ?? {});
      return;
    case 'foreign_key':
      column.foreignKeys.push({ references: columnReference(models, place, expr) });
      return;
    case 'type_':
    case 'sa_type':
      column.type = sqlTypeOf(models, place, expr);
      return;
    case 'default':
    case 'server_default':
    case 'default_factory':
    case 'insert_default':
      column.hasDefault ||= !(expr.type === 'Constant' && expr.value.kind === 'none');
      return;
    case 'name':
    case 'comment':
    case 'primary_key':
    case 'nullable':
    case 'unique':
    case 'index':
      return readConstant(models, place, column, name, expr);
    default:
  }
}

function readConstant(
  models: Models,
  place: Place,
  column: ColumnInfo,
  name: 'name' | 'comment' | 'primary_key' | 'nullable' | 'unique' | 'index',
  expr: Expr,
): void {
  const constant = constantOf(models, place, expr);
  if (!constant.known) return void column.unresolved.push(`${name}: ${constant.reason}`);
  const { json } = constant;
  if (name === 'name' || name === 'comment') {
    if (typeof json === 'string') column[name] = json;
  } else if (name === 'nullable') column.nullable = json === true;
  else if (name === 'primary_key') column.primaryKey = json === true;
  else column[name] = json === true;
}
