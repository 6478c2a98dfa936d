/**
 * Compare the `x-ufc-table` of a schema with what SQLAlchemy says of the table: columns with their types and nullability, primary key,
 * foreign keys, uniqueness, indexes, relationships. Types are compared by their name without parameters.
 */
const MARK = 'x-ufc-unresolved';
const show = (value) => JSON.stringify(value);
const sorted = (list) => [...list].sort((a, b) => (show(a) < show(b) ? -1 : 1));

/** SQLAlchemy turns these into others when it makes the column. */
const SAME = { String: ['AutoString', 'VARCHAR'], Enum: ['ENUM'] };

/** @param shared columns that other classes add to the same table */
export function compareTables(schema, { table, relationships = [], single = false }, shared = []) {
  const result = { differences: [], marks: [] };
  const marked = schema[MARK];
  if (typeof marked === 'string') result.marks.push(marked);
  const ours = schema['x-ufc-table'];
  if (!ours) {
    if (!marked) result.differences.push('no table');
    return result;
  }
  const check = (what, a, b) => {
    if (show(a) !== show(b)) result.differences.push(`${what}: ${show(a)} ≠ ${show(b)}`);
  };
  check('name', ours.name, table.name);
  // A class that shares the table of its base lists only what it adds.
  if (!single && !marked) compareColumns(withShared(ours, shared), table, check, result);
  const found = new Map((ours.relationships ?? []).map((one) => [one.name, one]));
  for (const [name, target, many] of marked ? [] : relationships) {
    const one = found.get(name);
    if (!one) continue;
    if (one.target === null) result.marks.push(`${name}: the class on the other side is not known`);
    else check(`relationship ${name}`, one.target.$ref, target);
    if (one.many !== undefined) check(`relationship ${name}, many`, one.many, many);
  }
  return result;
}

function withShared(ours, shared) {
  const names = new Set(ours.columns.map((column) => column.name));
  return { ...ours, columns: [...ours.columns, ...shared.filter((column) => !names.has(column.name))] };
}

function compareColumns(ours, table, check, result) {
  const columns = new Map(ours.columns.map((column) => [column.name, column]));
  check('columns', sorted(columns.keys()), sorted(table.columns.map((column) => column.name)));
  for (const { name, type, nullable } of table.columns) {
    const column = columns.get(name);
    if (!column) continue;
    check(`${name}, nullable`, column.nullable, nullable);
    if (column.type === null) result.marks.push(`${name}: the type is not given`);
    else {
      const own = column.type.replace(/\(.*$/s, '').split('.').pop();
      if (own !== type && !SAME[own]?.includes(type)) check(`${name}, type`, own, type);
    }
  }
  check('primary key', sorted(ours.primaryKey), table.primaryKey);
  const keys = ours.foreignKeys.map(({ columns: own, references }) => [
    sorted(own),
    sorted(references ?? ['?']),
  ]);
  check('foreign keys', sorted(keys), sorted(table.foreignKeys));
  const partial = ours.indexes.filter((index) => MARK in index);
  for (const index of partial) result.marks.push(`index ${index.name}: ${index[MARK]}`);
  if (partial.length > 0) return;
  const indexes = ours.indexes.map((index) => [index.unique, sorted(index.columns)]);
  const unique = [...ours.unique.map(sorted), ...indexes.filter(([one]) => one).map(([, own]) => own)];
  check('unique', sorted(unique), sorted(table.unique));
  check('indexes', sorted(indexes.filter(([one]) => !one).map(([, own]) => own)), sorted(table.indexes));
}
