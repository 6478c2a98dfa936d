import type { Call } from '../../python/ast';
import { resolveParts, type Place } from '../../symbols/symbols';
import { shippedPlaces } from '../classes/classes-of';
import { define } from '../classes/define';
import { UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import type { Models } from '../models';
import { constantOf } from '../values/constant';
import { flatAnyOf } from '../types/to-json';
import { columnOf, type ColumnInfo } from './column';
import { externalName } from './external';
import { noArgs, readConstraint } from './table-args';
import { tableOf } from './table-schema';

/** Make the tables known that stand at the top of a module: `members = Table("members", Base.metadata, Column(…), …)`. */
export function defineTables(models: Models): void {
  for (const place of shippedPlaces(models)) {
    for (const [name, definitions] of place.namespace.names) {
      if (!definitions.some((one) => one.kind === 'assignment' && one.value?.type === 'Call')) continue;
      const symbol = resolveParts(models.symbols, place, [name]);
      if (symbol?.kind !== 'variable' || symbol.place !== place || symbol.value?.type !== 'Call') continue;
      const call = symbol.value;
      if (externalName(models, place, call.func) !== 'sqlalchemy.Table') continue;
      define(models, {
        id: `${place.info.name}.${name}`,
        name,
        qualname: name,
        module: place.info.name,
        kind: 'sqlalchemy',
        file: place.info.path,
        start: call.start,
        build: () => schemaOf(models, place, name, call),
      });
    }
  }
}

function schemaOf(models: Models, place: Place, title: string, call: Call): JsonSchema {
  const [first] = call.args;
  const constant = first ? constantOf(models, place, first) : null;
  const columns: ColumnInfo[] = [];
  const args = noArgs();
  const reasons: string[] = [];
  for (const arg of call.args.slice(2)) {
    const column = columnOf(models, place, arg);
    if (column) columns.push(column);
    else if (arg.type === 'Call') readConstraint(models, place, args, arg);
    else reasons.push('columns are made elsewhere');
  }
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const column of columns) {
    if (column.name === null) continue;
    const nullable = column.nullable ?? !column.primaryKey;
    const type = column.type?.schema ?? { [UNRESOLVED]: 'the type is that of the column it refers to' };
    properties[column.name] = nullable ? flatAnyOf([type, { type: 'null' }]) : type;
    if (!nullable && !column.hasDefault) required.push(column.name);
  }
  const schema: JsonSchema = { title, type: 'object', properties };
  if (required.length > 0) schema.required = required;
  if (constant?.known && typeof constant.json === 'string')
    schema['x-ufc-table'] = tableOf(constant.json, columns.map(entryOf), args);
  else reasons.push('the name of the table is computed');
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: reasons.join('; ') } : schema;
}

function entryOf(column: ColumnInfo): Parameters<typeof tableOf>[1][number] {
  const name = column.name ?? '?';
  return {
    name,
    primaryKey: column.primaryKey,
    unique: column.unique,
    index: column.index,
    foreignKeys: column.foreignKeys,
    entry: {
      name,
      type: column.type?.text ?? null,
      nullable: column.nullable ?? !column.primaryKey,
      ...(column.hasDefault ? { hasDefault: true } : {}),
    },
  };
}
