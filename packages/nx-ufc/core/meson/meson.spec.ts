import { keywordLiteral, mesonCalls, mesonTokens } from './calls';
import { mesonModules } from './modules';

test('tokens and calls, without comments', () => {
  const text =
    "x = py.f('a\\'b', sub: 'c', # d('e')\n  z: ['k', g(1)]) / 'p'\nf'@x@'\n'''\nh()'''\nimport('python').i()\n";
  const tokens = mesonTokens(text)!;
  expect(tokens.filter(({ kind }) => kind === 'literal').map((one) => one.text)).toEqual([
    "a\\'b",
    'c',
    'k',
    'p',
    'python',
  ]);
  for (const { text: value, start, end } of tokens) expect(text.slice(start, end)).toBe(value);
  const calls = mesonCalls(tokens);
  expect(calls.map(({ object, name }) => [object, name])).toEqual([
    ['py', 'f'],
    [null, 'g'],
    [null, 'import'],
    ['', 'i'],
  ]);
  expect(['sub', 'z', 'k'].map((name) => keywordLiteral(calls[0], name)?.text)).toEqual([
    'c',
    undefined,
    undefined,
  ]);
  expect([keywordLiteral(calls[0], 'z'), keywordLiteral(calls[0], 'y')]).toEqual([null, undefined]);
  expect(text.slice(calls[0].start, calls[0].end)).toMatch(/^py\.f\([^]*g\(1\)\]\)$/);
});

test.each(["'a", 'a ^ b', '"a"'])('%s is no file of Meson', (text) => expect(mesonTokens(text)).toBeNull());

test.each([
  ["py.extension_module('_c', 'c.c', subdir: 'pkg/sub')", [['pkg.sub', '_c']]],
  ["py.extension_module('_c', 'c.c')", [['', '_c']]],
  ["py.extension_module('_c', 'c.c', subdir: where)", [[null, '_c']]],
  ["py.extension_module(name, 'c.c', subdir: 'pkg')", []],
])('modules: %s', (text, expected) => {
  expect(mesonModules(text).map((one) => [one.package, one.name])).toEqual(expected);
});
