import fc from 'fast-check';
import { applyOperation } from '../data/apply';
import { operationsBetween } from '../data/between';
import { same } from '../data/same';
import type { DataValue } from '../data/value';
import { merge3 } from './merge3';

const merged = (base: DataValue, ours: DataValue, theirs: DataValue) => {
  const { merged: value, conflicts } = merge3(base, ours, theirs);
  return { value, conflicts: conflicts.map(({ path }) => path.join('.')) };
};

describe('tables', () => {
  test('changes of both sides, additions, removals', () =>
    expect(
      merged({ a: 1, b: 1, c: 1, d: 1 }, { a: 2, b: 1, c: 1, mine: 1 }, { a: 1, b: 2, d: 1, new: { x: 1 } }),
    ).toEqual({ value: { a: 2, b: 2, mine: 1, new: { x: 1 } }, conflicts: [] }));

  test('both changed one key: the user keeps it and it comes back until it is settled', () => {
    const first = merge3({ t: { a: 1, b: 1 } }, { t: { a: 2, b: 1 } }, { t: { a: 3, b: 3 } });
    expect(first.conflicts).toEqual([{ path: ['t', 'a'], base: 1, yours: 2, theirs: 3 }]);
    expect(first.merged).toEqual({ t: { a: 2, b: 3 } });
    expect(first.edits).toEqual([{ op: 'set', path: ['t', 'b'], value: 3 }]);
    expect(first.baseline).toEqual({ t: { a: 1, b: 3 } });
    expect(merge3(first.baseline, first.merged, { t: { a: 3, b: 3 } }).conflicts).toEqual(first.conflicts);
  });

  test('what the user removed stays removed, unless the template changed it: then it is a question', () => {
    expect(merged({ a: 1 }, {}, { a: 1 })).toEqual({ value: {}, conflicts: [] });
    expect(merged({ a: 1 }, {}, { a: 2 })).toEqual({ value: {}, conflicts: ['a'] });
    expect(merged({ a: 1 }, { a: 2 }, {})).toEqual({ value: { a: 2 }, conflicts: ['a'] });
  });
});

describe('lists', () => {
  test('requirements are sets by normalised name and marker', () =>
    expect(
      merged(
        ['click>=8', 'PyYAML>=6', "tomli; python_version < '3.11'"],
        ['click>=8', 'mine', 'pyyaml>=6', "tomli; python_version < '3.11'"],
        ["tomli ; python_version < '3.11'", 'click>=8.1', 'PyYAML>=6', 'pydantic>=2'],
      ),
    ).toEqual({
      value: ['click>=8.1', 'mine', 'pyyaml>=6', 'pydantic>=2', "tomli ; python_version < '3.11'"],
      conflicts: [],
    }));

  test('a requirement that both changed names its item', () =>
    expect(merged(['a>=1'], ['mine>=1', 'a>=1.5'], ['a>=2'])).toEqual({
      value: ['mine>=1', 'a>=1.5'],
      conflicts: ['1'],
    }));

  test('tables by what names them', () =>
    expect(
      merged(
        [{ name: 'a', url: 'x' }],
        [
          { name: 'mine', url: 'x' },
          { name: 'a', url: 'x', default: true },
        ],
        [
          { name: 'a', url: 'y' },
          { name: 'b', url: 'x' },
        ],
      ).value,
    ).toEqual([
      { name: 'mine', url: 'x' },
      { name: 'a', url: 'y', default: true },
      { name: 'b', url: 'x' },
    ]));

  test('other words by value; both add, the template removes', () =>
    expect(merged(['E', 'F', 'B'], ['E', 'F', 'B', 'W'], ['E', 'F', 'I'])).toEqual({
      value: ['E', 'F', 'I', 'W'],
      conflicts: [],
    }));

  test('repeated items by their place, or not at all', () => {
    expect(merged([1, 1, 2], [1, 1, 2, 2], [0, 1, 1, 2])).toEqual({ value: [0, 1, 1, 2, 2], conflicts: [] });
    expect(merged({ a: [1, 1] }, { a: [1, 2, 1, 1] }, { a: [1, 3, 1] })).toEqual({
      value: { a: [1, 2, 1, 1] },
      conflicts: ['a'],
    });
  });
});

const { json } = fc.letrec<{ json: DataValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('a', 'b', 'x>=1', 'x>=2', 'y'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'name', '__proto__'), tie('json'), { maxKeys: 4 }),
  ),
}));

test('laws: nothing changed, one side changed, both the same; edits carry it out; the second run is still', () => {
  fc.assert(
    fc.property(json, json, json, (base, ours, theirs) => {
      expect(same(merge3(base, base, theirs).merged, theirs)).toBe(true);
      expect(same(merge3(base, ours, base).merged, ours)).toBe(true);
      expect(merge3(base, ours, ours).conflicts).toEqual([]);
      const result = merge3(base, ours, theirs);
      const again = merge3(result.baseline, result.merged, theirs);
      expect(again.edits).toEqual([]);
      expect(again.conflicts.length).toBe(result.conflicts.length);
    }),
    { numRuns: 2000 },
  );
});

test('operations between two values make one the other', () => {
  const tables = fc.tuple(json, json).map(([a, b]) => [{ r: a }, { r: b }]);
  fc.assert(
    fc.property(tables, ([before, after]) => {
      const edited = operationsBetween(before, after).reduce<DataValue>(applyOperation, before);
      expect(same(edited, after)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
