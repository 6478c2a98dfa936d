import { docstringOf } from '../classes/members';
import { lineageOf, type Ancestor } from '../classes/lineage';
import { kindOfClass } from '../classes/kind';
import { UNRESOLVED, type Json, type JsonObject, type JsonSchema } from '../json';
import { NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { qualifiedName } from '../../symbols/symbols';
import { cleanDoc } from '../values/clean-doc';
import { mappedOf, type Mapped, type MappedColumn } from './columns';
import { tableArgsOf, type TableArgs } from './table-args';
import { tableNameOf } from './table-name';

const FIELDLESS =
  /^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol)|sqlalchemy\.|flask_sqlalchemy(\.\w+)*\.Model|sqlmodel\.)/;

/** The schema of a class that SQLAlchemy maps: its columns as properties, and its table as `x-ufc-table`. */
export function tableSchema(models: Models, symbol: ClassSymbol): JsonSchema {
  const lineage = lineageOf(models, symbol, NO_ARGUMENTS);
  const mapped = mappedOf(models, lineage);
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const column of mapped.columns.values()) {
    properties[column.attribute] = column.schema;
    if (!column.nullable && !column.hasDefault && !isGenerated(mapped, column))
      required.push(column.attribute);
  }
  const schema: JsonSchema = { title: symbol.node.name, type: 'object', properties };
  const doc = docstringOf(symbol);
  if (doc) schema.description = cleanDoc(doc);
  if (required.length > 0) schema.required = required;
  const reasons = unknownBases(lineage);
  const table = describeTable(models, symbol, lineage, mapped, reasons);
  if (table) schema['x-ufc-table'] = table;
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: [...new Set(reasons)].join('; ') } : schema;
}

/** `x-ufc-table` of a class of SQLModel, whose fields are the columns; nothing when it is no table. */
export function tableExtension(models: Models, symbol: ClassSymbol): JsonObject {
  const lineage = lineageOf(models, symbol, NO_ARGUMENTS);
  const table = describeTable(models, symbol, lineage, mappedOf(models, lineage, true), []);
  return table ? { 'x-ufc-table': table } : {};
}

/** The only integer primary key gets its value from the database. */
function isGenerated(mapped: Mapped, column: MappedColumn): boolean {
  const keys = [...mapped.columns.values()].filter((one) => one.primaryKey);
  return (
    column.primaryKey &&
    keys.length === 1 &&
    column.foreignKeys.length === 0 &&
    column.schema.type === 'integer'
  );
}

function unknownBases(lineage: readonly Ancestor[]): string[] {
  return lineage.flatMap((one) => {
    if (one.kind === 'unknown') return [one.reason];
    return one.kind === 'external' && !FIELDLESS.test(one.name)
      ? [`base class ${one.raw} of another package`]
      : [];
  });
}

function describeTable(
  models: Models,
  symbol: ClassSymbol,
  lineage: readonly Ancestor[],
  mapped: Mapped,
  reasons: string[],
): JsonObject | null {
  const name = tableNameOf(models, symbol);
  if (!name.known) {
    if ('reason' in name) reasons.push(name.reason);
    return null;
  }
  const parent = parentTable(models, symbol, lineage);
  const own = [...mapped.columns.values()].filter(
    (column) => !parent || !bringsColumn(models, parent, column),
  );
  const args = tableArgsOf(models, symbol);
  reasons.push(...args.unresolved);
  return {
    ...tableOf(name.name, own.map(columnEntry), args),
    ...(parent ? { inherits: { $ref: qualifiedName(parent) } } : {}),
    ...(mapped.relationships.size > 0 ? { relationships: relationshipEntries(mapped) } : {}),
  };
}

/** The nearest ancestor that has a table itself. */
function parentTable(models: Models, symbol: ClassSymbol, lineage: readonly Ancestor[]): ClassSymbol | null {
  for (const ancestor of lineage) {
    if (ancestor.kind !== 'class' || ancestor.symbol.node === symbol.node) continue;
    if (kindOfClass(models, ancestor.symbol) && tableNameOf(models, ancestor.symbol).known)
      return ancestor.symbol;
  }
  return null;
}

const bringsColumn = (models: Models, parent: ClassSymbol, column: MappedColumn): boolean =>
  lineageOf(models, parent, NO_ARGUMENTS).some(
    (one) => one.kind === 'class' && one.symbol.node === column.owner.node,
  );

export interface ColumnEntry {
  name: string;
  primaryKey: boolean;
  entry: JsonObject;
  foreignKeys: { references: string | null; onDelete?: string }[];
  unique: boolean;
  index: boolean;
}

function columnEntry(column: MappedColumn): ColumnEntry {
  const name = column.name ?? column.attribute;
  return {
    name,
    primaryKey: column.primaryKey,
    unique: column.unique,
    index: column.index,
    foreignKeys: column.foreignKeys,
    entry: {
      name,
      ...(name === column.attribute ? {} : { attribute: column.attribute }),
      type: column.type?.text ?? null,
      nullable: column.nullable ?? true,
      ...(column.hasDefault ? { hasDefault: true } : {}),
      ...(column.comment === null ? {} : { comment: column.comment }),
    },
  };
}

/** `x-ufc-table`: columns, keys and indexes of one table. */
export function tableOf(name: string, columns: readonly ColumnEntry[], args: TableArgs): JsonObject {
  const single = columns.flatMap((column) =>
    column.foreignKeys.map(({ references, onDelete }): JsonObject => ({
      columns: [column.name],
      references: references === null ? null : [references],
      ...(onDelete === undefined ? {} : { onDelete }),
    })),
  );
  const indexes: Json[] = [
    ...columns
      .filter((column) => column.index)
      .map((column): JsonObject => ({ columns: [column.name], unique: column.unique })),
    ...args.indexes.map(({ complete, ...one }): JsonObject => ({
      ...one,
      ...(complete ? {} : { [UNRESOLVED]: 'an expression is part of the index' }),
    })),
  ];
  return {
    name,
    ...(args.schema === null ? {} : { schema: args.schema }),
    columns: columns.map((column) => column.entry),
    primaryKey: [
      ...columns.filter((column) => column.primaryKey).map((column) => column.name),
      ...args.primaryKey,
    ],
    foreignKeys: [...single, ...args.foreignKeys.map((one): JsonObject => ({ ...one }))],
    // With an index, uniqueness is that of the index.
    unique: [
      ...columns.filter((column) => column.unique && !column.index).map((column) => [column.name]),
      ...args.unique,
    ],
    indexes,
  };
}

function relationshipEntries(mapped: Mapped): Json[] {
  return [...mapped.relationships].map(([name, { target, many, ...rest }]): JsonObject => ({
    name,
    target: target === null ? null : { $ref: target },
    ...(many === null ? {} : { many }),
    ...rest,
  }));
}
