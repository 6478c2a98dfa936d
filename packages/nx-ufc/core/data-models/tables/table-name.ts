import type { Call, Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import { portablePattern } from '../portable-pattern';
import { assignedIn, membersOf } from '../classes/members';
import { basesOf, bodyScope, lineageOf, type Ancestor } from '../classes/lineage';
import { kindOfClass } from '../classes/kind';
import { NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { constantOf } from '../values/constant';
import { returnedBy } from '../values/returned';

/** The table of a mapped class. `inherited`: it is that of an ancestor. `none`: the class has no table. */
export type TableName =
  | { known: true; name: string; inherited: boolean }
  | { known: false; reason: string }
  | { known: false; none: true };

/** Name of the table that instances of a class are rows of. */
export function tableNameOf(models: Models, symbol: ClassSymbol): TableName {
  if (isAbstract(models, symbol) || isRegistry(models, symbol)) return { known: false, none: true };
  const lineage = lineageOf(models, symbol, NO_ARGUMENTS);
  for (const ancestor of lineage) {
    if (ancestor.kind !== 'class') continue;
    const found = nameIn(models, ancestor, symbol);
    if (found)
      return {
        ...found,
        ...(found.known ? { inherited: isMapped(models, ancestor, symbol) } : {}),
      } as TableName;
  }
  const flask = lineage.some((one) => one.kind === 'external' && one.name.startsWith('flask_sqlalchemy'));
  if (flask) return { known: true, name: snakeCase(symbol.node.name), inherited: false };
  if (kindOfClass(models, symbol)?.kind === 'sqlmodel')
    return isTable(symbol)
      ? { known: true, name: symbol.node.name.toLowerCase(), inherited: false }
      : { known: false, none: true };
  return { known: false, none: true };
}

/** The table of an ancestor that is mapped itself is shared, one of a mixin is not. */
function isMapped(models: Models, ancestor: Ancestor & { kind: 'class' }, symbol: ClassSymbol): boolean {
  if (ancestor.symbol.node === symbol.node || isAbstract(models, ancestor.symbol)) return false;
  return kindOfClass(models, ancestor.symbol) !== null;
}

const isTable = (symbol: ClassSymbol): boolean =>
  symbol.node.keywords.some(
    (one) =>
      one.arg === 'table' &&
      one.value.type === 'Constant' &&
      one.value.value.kind === 'bool' &&
      one.value.value.value,
  );

/** The base class that makes the registry is no table, whatever it gives to its subclasses. */
const isRegistry = (models: Models, symbol: ClassSymbol): boolean =>
  basesOf(models, symbol, NO_ARGUMENTS).some(
    (base) => base.kind === 'external' && /^sqlalchemy(\.\w+)*\.DeclarativeBase(NoMeta)?$/.test(base.name),
  );

export function isAbstract(models: Models, symbol: ClassSymbol): boolean {
  const flag = assignedIn(models, symbol, '__abstract__');
  return flag?.type === 'Constant' && flag.value.kind === 'bool' && flag.value.value;
}

function nameIn(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  symbol: ClassSymbol,
): { known: true; name: string } | { known: false; reason: string } | null {
  const own = assignedIn(models, ancestor.symbol, '__tablename__');
  if (own) {
    const constant = constantOf(models, bodyScope(models, ancestor).place, own);
    if (constant.known && typeof constant.json === 'string') return { known: true, name: constant.json };
    return constant.known ? null : { known: false, reason: `__tablename__: ${constant.reason}` };
  }
  const table = assignedIn(models, ancestor.symbol, '__table__');
  if (table?.type === 'Call' && table.args.length > 0) {
    const constant = constantOf(models, bodyScope(models, ancestor).place, table.args[0]);
    if (constant.known && typeof constant.json === 'string') return { known: true, name: constant.json };
  }
  if (table) return { known: false, reason: '__table__ is made elsewhere' };
  for (const { statement } of membersOf(models, ancestor.symbol)) {
    if (statement.type !== 'FunctionDef' || statement.name !== '__tablename__') continue;
    const returned = returnedBy(models.symbols, {
      kind: 'function',
      node: statement,
      place: ancestor.symbol.place,
      qualname: '',
    });
    const name = returned && nameFromClass(models, returned.place, returned.expr, symbol);
    if (name) return { known: true, name };
    const constant = returned ? constantOf(models, returned.place, returned.expr) : null;
    if (constant?.known && typeof constant.json === 'string') return { known: true, name: constant.json };
    return { known: false, reason: '__tablename__ is computed' };
  }
  return null;
}

/** `cls.__name__`, `cls.__name__.lower()`, `cls.__name__.lower() + "s"`, `re.sub(pattern, "_", cls.__name__)` */
function nameFromClass(models: Models, place: Place, expr: Expr, symbol: ClassSymbol): string | null {
  const next = (part: Expr) => nameFromClass(models, place, part, symbol);
  if (expr.type === 'Attribute' && expr.attr === '__name__' && expr.value.type === 'Name')
    return symbol.node.name;
  if (expr.type === 'Call' && expr.func.type === 'Attribute') {
    const { attr, value } = expr.func;
    if (attr === 'lower' && expr.args.length === 0) return next(value)?.toLowerCase() ?? null;
    return attr === 'sub' ? substituted(models, place, expr, next) : null;
  }
  if (expr.type === 'BinOp' && expr.op === 'Add') {
    const right = constantOf(models, place, expr.right);
    const left = next(expr.left);
    return left !== null && right.known && typeof right.json === 'string' ? left + right.json : null;
  }
  return null;
}

/** `re.sub(pattern, "_", name)` and `PATTERN.sub("_", name)` with a replacement of plain characters. */
function substituted(
  models: Models,
  place: Place,
  call: Call,
  next: (part: Expr) => string | null,
): string | null {
  if (call.func.type !== 'Attribute') return null;
  const module = resolveExpr(models.symbols, place, call.func.value);
  const isModule = module?.kind === 'external' && module.name === 're';
  const [pattern, replacement, subject] = isModule ? call.args : [call.func.value, ...call.args];
  if (!pattern || !replacement || !subject) return null;
  const source = constantOf(models, place, pattern);
  const text = constantOf(models, place, replacement);
  const name = next(subject);
  if (!source.known || !text.known || name === null) return null;
  if (typeof source.json !== 'string' || typeof text.json !== 'string' || !/^\w*$/.test(text.json))
    return null;
  const portable = portablePattern(source.json);
  return portable === null ? null : name.replace(new RegExp(portable, 'gu'), text.json);
}

/** `UserName` → `user_name`, as Flask-SQLAlchemy names tables. */
const snakeCase = (name: string): string =>
  name.replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, '_$1').toLowerCase();
