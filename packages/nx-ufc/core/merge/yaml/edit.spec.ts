import type { Operation } from '../data/operation';
import { editYaml } from './edit';

const set = (path: string, value: Extract<Operation, { op: 'set' }>['value']): Operation => ({
  op: 'set',
  path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  value,
});
const remove = (path: string): Operation => ({ op: 'remove', path: set(path, 0).path });
const append = (path: string, value: string): Operation => ({ op: 'append', path: path.split('.'), value });

function edited(text: string, operation: Operation): string {
  const result = editYaml(text, [operation]);
  return result.ok ? result.text : result.conflict;
}

test.each([
  ['scalar', 'a: 1  # why\nb: x\n', set('a', 2), 'a: 2  # why\nb: x\n'],
  ['quotes stay', 'a: \'x\'\nb: "y"\n', set('a', "it's"), "a: 'it''s'\nb: \"y\"\n"],
  ['what reads as a boolean is quoted', 'a: x\n', set('a', 'yes'), 'a: "yes"\n'],
  ['block scalar', 'a: |\n  one\n  two\nb: 1\n', set('a', 'x'), 'a: x\nb: 1\n'],
  ['no value yet', 'a:  # later\nb: 1\n', set('a', 'x'), 'a: x  # later\nb: 1\n'],
  ['new key', 'a: 1  # one\n# end\n', set('b', 'x'), 'a: 1  # one\nb: x\n# end\n'],
  ['new key, CRLF, no last line break', 'a: 1\r\nb: 2', set('c', 'x'), 'a: 1\r\nb: 2\r\nc: x'],
  ['below', 'a:\n    b: 1\n', set('a.c', { d: [1] }), 'a:\n    b: 1\n    c:\n        d:\n            - 1\n'],
  ['tables on the way', 'a: 1\n', set('b.c', 'x'), 'a: 1\nb:\n  c: x\n'],
  ['flow', 'a: {b: 1, c: 2}\n', set('a.d', 'x, y'), 'a: {b: 1, c: 2, d: "x, y"}\n'],
  ['item', 'a:\n- x  # why\n- y\n', append('a', 'z'), 'a:\n- x  # why\n- y\n- z\n'],
  ['in a second document', 'a: 1\n---\nb: 1\n', set('1.b', 2), 'a: 1\n---\nb: 2\n'],
  ['empty document', '# nothing yet\n', set('a', 1), '# nothing yet\na: 1\n'],
  ['remove', 'a: 1\n# b is\nb: 2  # two\nc: 3\n', remove('b'), 'a: 1\n# b is\nc: 3\n'],
  ['remove the first of an item', '- a: 1\n  b: 2\n', remove('0.a'), '- b: 2\n'],
  ['remove the last one', 'a:\n  b: 1\nc: 2\n', remove('a.b'), 'a: {}\nc: 2\n'],
  ['rename', 'a: 1  # one\n', { op: 'rename', path: ['a'], name: 'b' }, 'b: 1  # one\n'],
])('%s', (_name, before, operation, after) => expect(edited(before, operation as Operation)).toBe(after));

test.each([
  ['through an alias', 'a: &x {b: 1}\nc: *x\n', set('c.b', 2)],
  ['an anchor that stands for more', 'a: &x {b: 1}\nc: *x\n', set('a.b', 2)],
  ['a comment inside', 'a: [1, # one\n 2]\n', set('a', 'x')],
  ['invalid', 'a: [\n', set('a', 'x')],
])('%s: nothing is written', (_name, before, operation) =>
  expect(editYaml(before, [operation]).ok).toBe(false),
);
