import fc from 'fast-check';
import type { Operation } from '../merge/data/operation';
import type { DataPath, DataValue } from '../merge/data/value';
import { isDataTable } from '../merge/data/value';

/** Every path of a document, its own [] first. */
export function pathsOf(value: DataValue, path: DataPath = []): DataPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => pathsOf(item, [...path, i]))
    : isDataTable(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [path, ...inner];
}

/** Values as templates and people set them. */
export const newValue: fc.Arbitrary<DataValue> = fc.oneof(
  fc.constantFrom<DataValue>('new', 7, 1.5, false, { $literal: '2.0' }, [], {}),
  fc.constant<DataValue>(['p', 'q']),
  fc.constant<DataValue>({ n: 1, m: ['z'] }),
  fc.constant<DataValue>([{ n: 1 }, { m: { o: 2 } }]),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
);

/** An operation at a place of a document or below one; it may have no meaning there. */
export function operationsOn(data: DataValue): fc.Arbitrary<Operation> {
  return fc
    .tuple(
      fc.constantFrom(...pathsOf(data)),
      fc.constantFrom<Operation['op']>('set', 'append', 'insert', 'remove', 'rename'),
      fc.constantFrom<DataPath>([], ['new'], ['new', 'er'], ['a'], [0], [1]),
      newValue,
    )
    .map(
      ([path, op, below, value]) => ({ op, path: [...path, ...below], value, name: 'renamed' }) as Operation,
    );
}
