import type { Operation } from './operation';
import { same } from './same';
import type { DataPath, DataTable, DataValue } from './value';
import { isDataTable, ownKey, putKey } from './value';

/** What the data must be after an operation, computed without any text. @throws when the operation has no meaning there */
export function applyOperation(data: DataValue, operation: Operation): DataValue {
  const copy = structuredClone(data);
  const { path } = operation;
  const last = path[path.length - 1];
  if (last === undefined) throw new Error('the document as a whole cannot be edited');
  const makes = operation.op === 'set' || operation.op === 'append';
  const holder = holderOf(copy, path, makes);
  if (holder === null) return copy;
  if (Array.isArray(holder)) changeItem(holder, last, operation);
  else changeKey(holder, last, operation);
  return copy;
}

function changeItem(holder: DataValue[], at: string | number, operation: Operation): void {
  if (typeof at !== 'number' || at < 0) throw new Error(`${String(at)} is no item of an array`);
  if (operation.op === 'insert') {
    if (at > holder.length) throw new Error(`there are only ${holder.length} items`);
    holder.splice(at, 0, operation.value);
    return;
  }
  if (at >= holder.length) {
    if (operation.op === 'remove') return;
    throw new Error(`there are only ${holder.length} items`);
  }
  if (operation.op === 'set') holder[at] = operation.value;
  else if (operation.op === 'remove') holder.splice(at, 1);
  else if (operation.op === 'append') appendTo(holder[at], operation.value);
  else throw new Error('an item has no name');
}

function changeKey(holder: DataTable, at: string | number, operation: Operation): void {
  if (typeof at === 'number') throw new Error('there is no such array');
  const present = ownKey(holder, at);
  if (operation.op === 'set') putKey(holder, at, operation.value);
  else if (operation.op === 'remove') delete holder[at];
  else if (operation.op === 'append') {
    if (present === undefined) putKey(holder, at, [operation.value]);
    else appendTo(present, operation.value);
  } else if (operation.op === 'rename' && present !== undefined && operation.name !== at) {
    if (Object.hasOwn(holder, operation.name)) throw new Error(`${operation.name} is there already`);
    delete holder[at];
    putKey(holder, operation.name, present);
  }
}

function appendTo(array: DataValue, value: DataValue): void {
  if (!Array.isArray(array)) throw new Error('is no array');
  if (!array.some((item) => same(item, value))) array.push(value);
}

/** The table or array that holds the last part of a path; null when it is not there and is not to be made. */
function holderOf(data: DataValue, path: DataPath, makes: boolean): DataTable | DataValue[] | null {
  let current: DataValue | undefined = data;
  for (const part of path.slice(0, -1)) {
    let next: DataValue | undefined;
    if (Array.isArray(current)) next = typeof part === 'number' ? current[part] : undefined;
    else if (isDataTable(current) && typeof part === 'string') {
      next = ownKey(current, part);
      if (next === undefined && makes) putKey(current, part, (next = {}));
    }
    if (next === undefined) {
      if (makes) throw new Error(`${part} is not there`);
      return null;
    }
    current = next;
  }
  if (Array.isArray(current) || isDataTable(current)) return current;
  throw new Error('its parent is a value');
}
