import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '' };
const MOVES = { 'pkg/__init__.py': 'src/new_one/__init__.py', 'pkg/a.py': 'src/new_one/core/a.py' };
const rewritten = (text: string) => moved({ ...FILES, 'pkg/a.py': text }, MOVES)['pkg/a.py'] ?? text;

test.each([
  [
    'def f(x):\n    m = x.__module__\n    return m[4:] if m.startswith("pkg.") else m\n',
    'def f(x):\n    m = x.__module__\n    return m[8:] if m.startswith("new_one.") else m\n',
  ],
  [
    "def f(x):\n    if x.__module__.startswith('pkg.'):\n        return x.__module__[4:]\n    return x[4:]\n",
    "def f(x):\n    if x.__module__.startswith('new_one.'):\n        return x.__module__[8:]\n    return x[4:]\n",
  ],
  [
    'def f(x):\n    return x.__module__.removeprefix("pkg.")\n',
    'def f(x):\n    return x.__module__.removeprefix("new_one.")\n',
  ],
  [
    'def f(x):\n    m = x.__module__\n    return m[5:], m[4:6] if m.startswith("pkg.") else m\n',
    'def f(x):\n    m = x.__module__\n    return m[5:], m[4:6] if m.startswith("new_one.") else m\n',
  ],
  ['def f(key):\n    return key[4:] if key.startswith("pkg.") else ""\n', null],
])('the length of what a name begins with: %j', (before, after) =>
  expect(rewritten(before)).toBe(after ?? before),
);
