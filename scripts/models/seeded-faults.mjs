/** Faults that the comparison has to notice: each is put into a schema that equals the other side. */
import { compareSchemas } from './compare.mjs';
import { compareTables } from './compare-tables.mjs';

const SCHEMA = {
  title: 'Item',
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 10, title: 'Name' },
    size: { type: 'integer', default: 3, title: 'Size' },
    parent: { anyOf: [{ $ref: 'shop.Item' }, { type: 'null' }] },
    color: { enum: ['red', 'blue'], type: 'string' },
  },
  required: ['name'],
};
const TABLE = {
  name: 'items',
  columns: [{ name: 'id', type: 'Integer', nullable: false }],
  primaryKey: ['id'],
  foreignKeys: [{ columns: ['id'], references: ['other.id'] }],
  unique: [],
  indexes: [],
};
const REAL = { table: { ...TABLE, foreignKeys: [[['id'], ['other.id']]] } };

const SCHEMA_FAULTS = [
  (schema) => delete schema.properties.size,
  (schema) => (schema.properties.more = { type: 'string' }),
  (schema) => (schema.required = []),
  (schema) => (schema.properties.name.type = 'integer'),
  (schema) => (schema.properties.name.maxLength = 11),
  (schema) => delete schema.properties.name.maxLength,
  (schema) => (schema.properties.size.default = 4),
  (schema) => delete schema.properties.size.default,
  (schema) => (schema.properties.parent.anyOf[0].$ref = 'shop.Other'),
  (schema) => schema.properties.parent.anyOf.pop(),
  (schema) => (schema.properties.color.enum = ['red']),
  (schema) => (schema.additionalProperties = false),
  (schema) => (schema.title = 'Other'),
];
const TABLE_FAULTS = [
  (table) => (table.columns[0].nullable = true),
  (table) => (table.columns[0].type = 'String'),
  (table) => table.columns.push({ name: 'more', type: 'Text', nullable: true }),
  (table) => (table.primaryKey = []),
  (table) => (table.foreignKeys[0].references = ['other.key']),
  (table) => (table.unique = [['id']]),
];

const copy = (value) => JSON.parse(JSON.stringify(value));

/** How many of the faults are noticed; without a fault nothing may be. */
export function seededFaults() {
  const find = () => undefined;
  const clean = compareSchemas(SCHEMA, SCHEMA, find).differences.length === 0;
  const cleanTable = compareTables({ 'x-ufc-table': TABLE }, REAL).differences.length === 0;
  const schemas = SCHEMA_FAULTS.filter((fault) => {
    const schema = copy(SCHEMA);
    fault(schema);
    return compareSchemas(schema, SCHEMA, find).differences.length > 0;
  });
  const tables = TABLE_FAULTS.filter((fault) => {
    const table = copy(TABLE);
    fault(table);
    return compareTables({ 'x-ufc-table': table }, REAL).differences.length > 0;
  });
  const noticed = clean && cleanTable ? schemas.length + tables.length : 0;
  return { noticed, total: SCHEMA_FAULTS.length + TABLE_FAULTS.length };
}
