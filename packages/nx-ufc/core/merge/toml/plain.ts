import { parse } from 'smol-toml';
import type { TomlOperation } from './edit';
import type { TomlPath } from './document';

export type Plain = { [key: string]: unknown };

/** The plain data of a document, by another parser than the one that gives positions. */
export function plainData(text: string): Plain {
  return parse(text, { integersAsBigInt: 'asNeeded' }) as Plain;
}

/** What the data must be after an operation, computed without any text. */
export function expectedData(data: Plain, operation: TomlOperation): Plain {
  const copy = structuredClone(data);
  const { path } = operation;
  const parent =
    operation.op === 'append' ? null : containerAt(copy, path.slice(0, -1), operation.op === 'set');
  const last = path[path.length - 1];
  switch (operation.op) {
    case 'set':
      parent![last] = operation.value;
      break;
    case 'append': {
      const holder = containerAt(copy, path.slice(0, -1), true);
      const items = (holder[last] ??= []) as unknown[];
      if (!items.some((item) => same(item, operation.value))) items.push(operation.value);
      break;
    }
    case 'remove':
      if (Array.isArray(parent)) parent.splice(last as number, 1);
      else if (parent) delete parent[last];
      break;
    case 'rename': {
      const moved = parent![last];
      if (moved === undefined) break;
      delete parent![last];
      parent![operation.name] = moved;
      break;
    }
  }
  return copy;
}

function containerAt(data: Plain, path: TomlPath, create: boolean): Plain {
  let current: Plain = data;
  for (const part of path) {
    if (current[part] === undefined && create) current[part] = {};
    current = current[part] as Plain;
    if (current === undefined) return {};
  }
  return current;
}

/** Equality of plain values; the order of keys does not matter, that of items does. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b))) return true;
  if (a instanceof Date || b instanceof Date)
    return String(a) === String(b) && (a as Date)?.getTime?.() === (b as Date)?.getTime?.();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Plain)[key], (b as Plain)[key]))
  );
}
