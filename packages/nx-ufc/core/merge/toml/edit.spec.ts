import fc from 'fast-check';
import type { Operation } from '../data/operation';
import { same } from '../data/same';
import type { DataTable, DataValue } from '../data/value';
import { tomlData } from './data';
import { editToml } from './edit';

function edited(text: string, ...operations: Operation[]): string {
  const result = editToml(text, operations);
  if (!result.ok) throw new Error(result.conflict);
  const again = editToml(result.text, operations);
  expect(again.ok && again.text).toBe(result.text);
  return result.text;
}

const append = (path: string, value: string): Operation => ({
  op: 'append',
  path: path.split('.'),
  value,
});
const set = (path: string, value: string): Operation => ({ op: 'set', path: path.split('.'), value });

describe('append', () => {
  test.each([
    ['one line', 'a = ["x"]\n', 'a = ["x", "y"]\n'],
    ['one line, trailing comma', 'a = ["x",]\n', 'a = ["x", "y",]\n'],
    ['empty', 'a = []\n', 'a = ["y"]\n'],
    ['lines', 'a = [\n  "x",\n]\n', 'a = [\n  "x",\n  "y",\n]\n'],
    ['comment after the last item', 'a = [\n  "x",  # why\n]\n', 'a = [\n  "x",  # why\n  "y",\n]\n'],
    ['comment, no trailing comma', 'a = [\n  "x"  # why\n]\n', 'a = [\n  "x",  # why\n  "y"\n]\n'],
    ['comments only', 'a = [\n  # nothing yet\n]\n', 'a = [\n  # nothing yet\n    "y",\n]\n'],
    ['leading commas', 'a = [\n  "w"\n  , "x"\n]\n', 'a = [\n  "w"\n  , "x"\n  , "y"\n]\n'],
    ['bracket on the last line', 'a = ["w",\n  "x"]\n', 'a = ["w",\n  "x",\n  "y"\n]\n'],
    ['CRLF', 'a = [\r\n\t"x",\r\n]\r\n', 'a = [\r\n\t"x",\r\n\t"y",\r\n]\r\n'],
    ['missing', '# empty\n', '# empty\na = ["y"]\n'],
  ])('%s', (_name, before, after) => expect(edited(before, append('a', 'y'))).toBe(after));

  test('an item that is there is not added again', () =>
    expect(edited('a = ["y"]', append('a', 'y'))).toBe('a = ["y"]'));
});

describe('set', () => {
  test.each([
    ['value', '[t]\nk = "old"  # why\n', '[t]\nk = "new"  # why\n'],
    ['new key in its table', '[t]\na = 1  # one\n\n[u]\n', '[t]\na = 1  # one\nk = "new"\n\n[u]\n'],
    ['empty table', '[t]\n[u]\n', '[t]\nk = "new"\n[u]\n'],
    ['spaced header', '[ t ]\na = 1\n', '[ t ]\na = 1\nk = "new"\n'],
    ['dotted siblings', 't.a = 1\n[u]\n', 't.a = 1\nt.k = "new"\n[u]\n'],
    ['inline table', 't = { a = 1 }\n', 't = { a = 1, k = "new" }\n'],
    ['empty inline table', 't = {}\n', 't = { k = "new" }\n'],
    ['implicit table', '[t.u]\na = 1\n', '[t.u]\na = 1\n\n[t]\nk = "new"\n'],
    ['no final newline', '[u]\na = 1', '[u]\na = 1\n\n[t]\nk = "new"\n'],
    ['header inside of a string', 'a = """\n[t]\n"""\n', 'a = """\n[t]\n"""\n\n[t]\nk = "new"\n'],
    ['byte order mark', '\uFEFF[t]\na = 1\n', '\uFEFF[t]\na = 1\nk = "new"\n'],
    ['out of order', '[t.u]\n[v]\n[t]\na = 1\n', '[t.u]\n[v]\n[t]\na = 1\nk = "new"\n'],
  ])('%s', (_name, before, after) => expect(edited(before, set('t.k', 'new'))).toBe(after));

  test('item of an array of tables', () => {
    const before = '[[t]]\nm = "a"\n[[t]]\nm = "b"\n';
    expect(edited(before, { op: 'set', path: ['t', 1, 'm'], value: 'c' })).toBe(
      '[[t]]\nm = "a"\n[[t]]\nm = "c"\n',
    );
  });

  test('a key below a value is a conflict', () => {
    const result = editToml('t = 1\n', [set('t.k', 'x')]);
    expect(result.ok).toBe(false);
  });
});

test.each([
  ['a literal', "a = 'x'\n", 'y\\z', "a = 'y\\z'\n"],
  ['a literal that cannot hold it', "a = 'x'\n", "y'", 'a = "y\'"\n'],
  ['a literal over lines', "a = '''\nx\n'''  # why\n", 'y\\.\n"z"\n', "a = '''\ny\\.\n\"z\"\n'''  # why\n"],
  ['a literal that begins on its line', "a = '''x\n'''\n", 'y\n', "a = '''y\n'''\n"],
  ['a text over lines', 'a = MMM\nx\nMMM\n', 'y\\d\tz\n', 'a = MMM\ny\\\\d\tz\nMMM\n'],
  ['a folded one', 'a = MMM\nx \\\n  y\nMMM\n', 'z\n', 'a = "z\\n"\n'],
  ['quotes in it', 'a = MMM\nx\nMMM\n', '"', 'a = "\\""\n'],
])('a new value is written like the old one: %s', (_, before, value, after) => {
  const lines = (text: string) => text.replaceAll('MMM', '"'.repeat(3));
  expect(edited(lines(before), set('a', value))).toBe(lines(after));
});

test('rename reaches headers and dotted keys', () => {
  expect(edited('[a.old.x]\nk = 1\n', { op: 'rename', path: ['a', 'old'], name: 'new' })).toBe(
    '[a.new.x]\nk = 1\n',
  );
});

test('remove takes the line, and the comma of an item', () => {
  expect(edited('a = 1\nb = 2 # two\nc = 3\n', { op: 'remove', path: ['b'] })).toBe('a = 1\nc = 3\n');
  const result = editToml('a = ["x", "y"]\n', [{ op: 'remove', path: ['a', 1] }]);
  expect(result.ok && result.text).toBe('a = ["x"]\n');
});

test('any edit of any document keeps its value but for the edited key', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const scalar = fc.oneof(
    fc.string().map((s) => JSON.stringify(s.replace(/[^ -~]/g, ''))),
    fc.integer().map(String),
    fc.constant('true'),
  );
  const array = fc
    .array(scalar, { maxLength: 4 })
    .chain((items) =>
      fc.constantFrom(`[${items.join(', ')}]`, `[\n  ${items.map((item) => `${item}, # c\n`).join('  ')}]`),
    );
  const table = fc.tuple(
    word,
    fc.uniqueArray(fc.tuple(word, fc.oneof(scalar, array)), { selector: ([key]) => key, maxLength: 5 }),
  );
  const documents = fc
    .uniqueArray(table, { selector: ([name]) => name, maxLength: 4 })
    .map((tables) =>
      tables
        .map(
          ([name, pairs]) =>
            `[${name}]\n${pairs.map(([key, value]) => `${key} = ${value} # ${key}\n`).join('')}`,
        )
        .join('\n'),
    );
  fc.assert(
    fc.property(documents, word, word, fc.boolean(), (text, name, key, crlf) => {
      const input = crlf ? text.replaceAll('\n', '\r\n') : text;
      const result = editToml(input, [{ op: 'append', path: [name, key], value: 'zzz' }]);
      if (!result.ok) return;
      const before = tomlData(input) as Record<string, DataTable>;
      const after = tomlData(result.text) as Record<string, Record<string, DataValue[]>>;
      expect(after[name][key].at(-1)).toBe('zzz');
      for (const other of Object.keys(before)) {
        for (const inner of Object.keys(before[other]))
          if (other !== name || inner !== key)
            expect(same(before[other][inner], after[other][inner])).toBe(true);
      }
      for (const comment of input.match(/# \w+/g) ?? []) expect(result.text).toContain(comment);
    }),
    { numRuns: 300 },
  );
});
