import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': 'def f(): ...\n', 'pkg/a.py': 'def g(): ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) =>
  moved({ ...FILES, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

test.each([
  ['x = pkg.f(1)', '^x = pkg.f.*', '^x = new.f.*'],
  ['with pkg.f():\n    pass', 'with pkg.*', 'with new.*'],
  ['print(pkg.f())', 'print(pkg.f()', 'print(new.f()'],
  ['x = pkg.f(1)', '^y = pkg.f.*', '^y = pkg.f.*'],
  ['x = pkg.f(1)', 'the pkg.f.*', 'the pkg.f.*'],
])('%j is expected as %j', (code, before, after) => {
  const text = (name: string, line: string) =>
    `import ${name}\n${code.replaceAll('pkg', name)}\nLine("${line}")\n`;
  expect(rewritten(text('pkg', before))).toBe(text('new', after));
});

test('a program in a text has the names that it imports', () => {
  const text = (code: string) => `import ${code}\nx = ${code}.f(1)\n`;
  const program = (code: string) => `y = f"""\\\nimport ${code}\nx = pkg.f({z})\n"""\n`;
  const parts = 'z = "import pkg\\n" "x = pkg.f(1)"\n';
  expect(rewritten(text('pkg') + program('pkg'))).toBe(text('new') + program('new as pkg'));
  expect(rewritten(text('pkg') + parts)).toBe(text('new') + parts.replaceAll('pkg', 'new'));
});
