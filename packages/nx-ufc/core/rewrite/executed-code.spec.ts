import { moved } from '../testing/moves';

const PACKAGE = { 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const HEAD = 'import pkg.a\n';
const NEW_HEAD = 'import new.core.a, new as pkg\n';
const rewritten = (text: string) =>
  moved({ ...PACKAGE, 'tests/test_a.py': HEAD + text }, MOVES)['tests/test_a.py'];

test.each([
  ['exec("pkg.a.f()")\n', 'exec("pkg.core.a.f()")\n'],
  [
    'exec("""\\\n@pkg.a.auto\nclass A: ...\n    """, globals(), x)\n',
    'exec("""\\\n@pkg.core.a.auto\nclass A: ...\n    """, globals(), x)\n',
  ],
  [
    'def f():\n    return eval("pkg.a.X + other.pkg.a")\n',
    'def f():\n    return eval("pkg.core.a.X + other.pkg.a")\n',
  ],
  ['exec("pkg.gone")\n', 'exec("pkg.gone")\n'],
])('%j', (before, after) => expect(rewritten(before)).toBe(NEW_HEAD + after));

test('a text that is given the package sees it by the name that it is given by', () =>
  expect(rewritten('eval("pkg.a.X", {"pkg": pkg})\n')).toBe(
    'import new.core.a\neval("pkg.core.a.X", {"pkg": new})\n',
  ));

test('a text with names of its own sees nothing of what is imported', () =>
  expect(rewritten('exec("pkg.a.f()", {"pkg": x})\n')).toBe(
    'import new.core.a\nexec("pkg.a.f()", {"pkg": x})\n',
  ));
