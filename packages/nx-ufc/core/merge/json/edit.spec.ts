import type { Operation } from '../data/operation';
import { editJson } from './edit';

function edited(text: string, operation: Operation): string {
  const result = editJson(text, [operation]);
  return result.ok ? result.text : result.conflict;
}

test.each<[string, string, Operation, string]>([
  ['value', '{ "a": 1 } // x', { op: 'set', path: ['a'], value: 'y' }, '{ "a": "y" } // x'],
  [
    'key',
    '{\n\t"a": 1 // one\n}\n',
    { op: 'set', path: ['b'], value: [1] },
    '{\n\t"a": 1, // one\n\t"b": [\n\t\t1\n\t]\n}\n',
  ],
  ['key on one line', '{"a": 1}', { op: 'set', path: ['b', 'c'], value: 1 }, '{"a": 1, "b": { "c": 1 }}'],
  [
    'trailing comma',
    '{\n  "a": 1,\n}\n',
    { op: 'set', path: ['b'], value: 2 },
    '{\n  "a": 1,\n  "b": 2,\n}\n',
  ],
  ['empty', '{}\n', { op: 'set', path: ['a'], value: 1 }, '{\n  "a": 1\n}\n'],
  ['item', '{ "a": ["x"] }', { op: 'append', path: ['a'], value: 'y' }, '{ "a": ["x", "y"] }'],
  ['remove the last', '{\r\n  "a": 1,\r\n  "b": 2\r\n}', { op: 'remove', path: ['b'] }, '{\r\n  "a": 1\r\n}'],
  ['remove', '{ "a": 1, "b": 2 }', { op: 'remove', path: ['a'] }, '{ "b": 2 }'],
  [
    'large numbers stay',
    '{ "a": 12345678901234567890, "b": 1.0 }',
    { op: 'set', path: ['c'], value: null },
    '{ "a": 12345678901234567890, "b": 1.0, "c": null }',
  ],
])('%s', (_name, before, operation, after) => expect(edited(before, operation)).toBe(after));

test('a key that is there twice, a comment that would be lost: nothing is written', () => {
  expect(editJson('{ "a": 1, "a": 2 }', [{ op: 'set', path: ['a'], value: 3 }]).ok).toBe(false);
  expect(editJson('{ "a": [1 /* one */] }', [{ op: 'set', path: ['a'], value: 3 }]).ok).toBe(false);
});

test.each([
  ['{"a": { }}', '{"a": { "b": 1 }}'],
  ['{"a": {\n\t}}', '{"a": {\n\t"b": 1\n\t}}'],
])('white space between empty brackets stays: %j', (text, expected) => {
  const result = editJson(text, [{ op: 'set', path: ['a', 'b'], value: 1 }]);
  expect(result).toMatchObject({ ok: true, text: expected });
});
