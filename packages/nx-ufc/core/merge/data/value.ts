/**
 * A scalar that JSON cannot hold exactly, as the text of its format: dates, large integers, `2.0`, `inf`, `0o17`.
 * Formats only make and accept it as an object with this one key.
 */
export interface Literal {
  $literal: string;
}

/** What a TOML, YAML or JSON document means, as plain serialisable data. */
export type DataValue = string | number | boolean | null | Literal | DataValue[] | DataTable;
export type DataTable = { [key: string]: DataValue };

/** Keys of tables, indices of arrays. */
export type DataPath = readonly (string | number)[];

export function isLiteral(value: unknown): value is Literal {
  return isRecord(value) && typeof value.$literal === 'string' && Object.keys(value).length === 1;
}

export function isDataTable(value: unknown): value is DataTable {
  return isRecord(value) && !isLiteral(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Put a key into a table, `__proto__` too. */
export function putKey(table: DataTable, key: string, value: DataValue): void {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}

export function ownKey(table: DataTable, key: string): DataValue | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The value at a path; undefined when there is none. */
export function valueAt(data: DataValue | undefined, path: DataPath): DataValue | undefined {
  let current = data;
  for (const part of path) {
    if (typeof part === 'number') current = Array.isArray(current) ? current[part] : undefined;
    else current = isDataTable(current) ? ownKey(current, part) : undefined;
  }
  return current;
}
