import { moved } from '../testing/moves';

const FILES = {
  'pkg/__init__.py': 'X = 1\n',
  'pkg/a.py': 'Y = 1\n',
  'pkg/sub/__init__.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/c.py': 'src/new/core/sub/c.py',
};
const rewritten = (text: string) => moved({ ...FILES, 'pkg/b.py': text }, MOVES)['pkg/b.py'] ?? text;

test.each([
  [
    't = __import__("pkg.sub.%s" % n)\nx = getattr(t.sub, n), t.X, t.a.Y\n',
    't = __import__("new.core.sub.%s" % n)\nx = getattr(t.core.sub, n), t.X, t.a.Y\n',
  ],
  [
    'def f(n):\n    t = __import__(f"pkg.sub.{n}")\n    try:\n        u = __import__("pkg.sub.c")\n    except E:\n        u = t\n    return u.sub.c, "u.sub" # u.sub\n',
    'def f(n):\n    t = __import__(f"new.core.sub.{n}")\n    try:\n        u = __import__("new.core.sub.c")\n    except E:\n        u = t\n    return u.core.sub.c, "u.sub" # u.sub\n',
  ],
  [
    't = __import__("pkg.sub.c", {}, {}, ["x"])\nt.sub.x\n',
    't = __import__("new.core.sub.c", {}, {}, ["x"])\nt.sub.x\n',
  ],
  [
    't = __import__("pkg.sub.c")\nt = t.sub\nt.sub.x\n',
    't = __import__("new.core.sub.c")\nt = t.sub\nt.sub.x\n',
  ],
  [
    't = __import__("pkg.sub.c")\ndef f(t): return t.sub, x.t.sub\n',
    't = __import__("new.core.sub.c")\ndef f(t): return t.sub, x.t.sub\n',
  ],
  [
    'getattr(getattr(__import__("pkg.sub.c"), "sub"), n)\n',
    'getattr(getattr(__import__("new.core.sub.c").core, "sub"), n)\n',
  ],
  ['getattr(__import__("pkg.a"), "a")\n', 'getattr(__import__("new.a"), "a")\n'],
  ['getattr(__import__("pkg.sub"), "X")\n', 'getattr(__import__("new.core.sub"), "X")\n'],
  ['t = __import__("other.sub.c")\nt.sub.x\n', 't = __import__("other.sub.c")\nt.sub.x\n'],
])('attributes of the package that __import__ gives: %j', (before, after) =>
  expect(rewritten(before)).toBe(after),
);

test('a module that is called like a layer hides the way', () => {
  const files = { ...FILES, 'pkg/core.py': '', 'pkg/b.py': 't = __import__("pkg.sub.c")\nt.sub.x\n' };
  expect(moved(files, MOVES)['pkg/b.py']).toBe('t = __import__("new.core.sub.c")\nt.sub.x\n');
});
