import type { Call, Expr } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import type { Models } from '../models';
import { constantOf } from '../values/constant';
import { sqlalchemyName } from './external';
import { returnedBy } from '../values/returned';
import type { ClassSymbol } from '../models';
import { bodyScope, lineageOf } from '../classes/lineage';
import { assignedIn, membersOf } from '../classes/members';
import { NO_ARGUMENTS } from '../models';
import type { Json } from '../json';

/** What `__table_args__` or the arguments of `Table(…)` say beside columns. */
export interface TableArgs {
  schema: string | null;
  unique: string[][];
  /** `complete` is false when a part of an index is an expression. */
  indexes: { name: string | null; columns: string[]; unique: boolean; complete: boolean }[];
  foreignKeys: { columns: string[]; references: string[] }[];
  primaryKey: string[];
  unresolved: string[];
}

export const noArgs = (): TableArgs => ({
  schema: null,
  unique: [],
  indexes: [],
  foreignKeys: [],
  primaryKey: [],
  unresolved: [],
});

/** The `__table_args__` of a class, or of the first ancestor that has some. */
export function tableArgsOf(models: Models, symbol: ClassSymbol): TableArgs {
  const args = noArgs();
  for (const ancestor of lineageOf(models, symbol, NO_ARGUMENTS)) {
    if (ancestor.kind !== 'class') continue;
    const { place } = bodyScope(models, ancestor);
    const given = assignedIn(models, ancestor.symbol, '__table_args__');
    if (given) {
      readArgs(models, place, args, given);
      return args;
    }
    const declared = membersOf(models, ancestor.symbol).find(
      ({ statement }) => statement.type === 'FunctionDef' && statement.name === '__table_args__',
    );
    if (declared?.statement.type !== 'FunctionDef') continue;
    const node = declared.statement;
    const returned = returnedBy(models.symbols, {
      kind: 'function',
      node,
      place: ancestor.symbol.place,
      qualname: '',
    });
    if (returned) readArgs(models, returned.place, args, returned.expr);
    else args.unresolved.push('__table_args__ is computed');
    return args;
  }
  return args;
}

function readArgs(models: Models, place: Place, args: TableArgs, expr: Expr): void {
  if (expr.type === 'Tuple' || expr.type === 'List') {
    for (const part of expr.elts) readArgs(models, place, args, part);
  } else if (expr.type === 'Dict') {
    expr.keys.forEach((key, i) => {
      const name = key ? constantOf(models, place, key) : null;
      const value = constantOf(models, place, expr.values[i]);
      if (name?.known && name.json === 'schema' && value.known && typeof value.json === 'string')
        args.schema = value.json;
    });
  } else if (expr.type === 'Call') readConstraint(models, place, args, expr);
  else args.unresolved.push('__table_args__ has a part that is made elsewhere');
}

/** `UniqueConstraint`, `Index`, `ForeignKeyConstraint`, `PrimaryKeyConstraint`; others do not show. */
export function readConstraint(models: Models, place: Place, args: TableArgs, call: Call): void {
  // `Index(…).ddl_if(dialect="postgresql")`
  if (call.func.type === 'Attribute' && call.func.attr === 'ddl_if' && call.func.value.type === 'Call')
    return readConstraint(models, place, args, call.func.value);
  const name = sqlalchemyName(models, place, call.func);
  const texts = (exprs: readonly Expr[]) =>
    exprs.flatMap((expr) => {
      const column = columnIn(models, place, expr);
      return column === null ? [] : [column];
    });
  if (name === 'UniqueConstraint') args.unique.push(texts(call.args));
  else if (name === 'PrimaryKeyConstraint') args.primaryKey.push(...texts(call.args));
  else if (name === 'Index') {
    const [first, ...columns] = call.args;
    const label: Json | null = first ? (texts([first])[0] ?? null) : null;
    const unique = call.keywords.find((one) => one.arg === 'unique')?.value;
    args.indexes.push({
      name: label,
      columns: texts(columns),
      complete: columns.every((one) => columnIn(models, place, one) !== null),
      unique: unique?.type === 'Constant' && unique.value.kind === 'bool' && unique.value.value,
    });
  } else if (name === 'ForeignKeyConstraint') {
    const listed = call.args.map((arg) =>
      arg.type === 'List' || arg.type === 'Tuple' ? texts(arg.elts) : [],
    );
    args.foreignKeys.push({ columns: listed[0] ?? [], references: listed[1] ?? [] });
  }
}

/** The column that a part of a key or an index names: `"id"`, `cls.id`, `cls.id.desc()`, `desc("id")`; null for an expression. */
function columnIn(models: Models, place: Place, expr: Expr): string | null {
  if (expr.type === 'Attribute') return expr.attr;
  if (expr.type === 'Call') {
    const { func, args } = expr;
    if (func.type === 'Attribute' && args.length === 0) return columnIn(models, place, func.value);
    const name = sqlalchemyName(models, place, func) ?? '';
    return /^(desc|asc|nulls_?(last|first))$/.test(name) && args.length === 1
      ? columnIn(models, place, args[0])
      : null;
  }
  const constant = constantOf(models, place, expr);
  if (constant.known && typeof constant.json === 'string') return constant.json;
  return expr.type === 'Name' ? expr.id : null;
}
