import { moved } from '../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'pkg/sub/__init__.py': '', 'pkg/sub/b.py': '' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/interface/b.py',
};
const rewritten = (path: string, text: string, more: Record<string, string> = {}) =>
  moved({ ...FILES, ...more, [path]: text }, MOVES)[path] ?? text;

test.each([
  ['version(__package__)\n', 'version("new")\n'],
  ['check(name=__package__ or "pkg", x=1)\n', 'check(name="new", x=1)\n'],
  ['check(__package__ or "other")\n', 'check(__package__ or "other")\n'],
  ['LOG = getLogger(__package__)\n', 'LOG = getLogger("new")\n'],
  ['LOG = getLogger(__name__.rpartition(".")[0])\n', 'LOG = getLogger("new")\n'],
  ["NAME = __name__.rsplit('.', 1)[0]  # here\n", 'NAME = "new"  # here\n'],
  ['NAMES = [__spec__.parent, sys.modules[__package__]]\n', 'NAMES = ["new", sys.modules["new"]]\n'],
  ['def f():\n    return __package__\n', 'def f():\n    return "new"\n'],
])('a module that left the package at the top means that package: %j', (before, after) =>
  expect(rewritten('pkg/a.py', before)).toBe(after),
);

test.each([
  'version(__name__.split(".")[0])\n',
  'if __package__ is None:\n    raise SystemExit(__package__ == "x")\n',
  'def f(__package__):\n    return __package__\n',
  '__package__ = "x"\n',
  'TOP = __package__.partition(".")[0]\n',
  'def f(x: "__package__"): ...\n',
])('what says something else, or the same, stays: %j', (text) =>
  expect(rewritten('pkg/a.py', text)).toBe(text),
);

test('what relative names and resources begin at follows these', () =>
  expect(
    rewritten(
      'pkg/a.py',
      'import_module(".sub", __package__)\nfiles(__package__) / "x.txt"\nread_text(__package__, "x.txt")\n',
      { 'pkg/x.txt': '' },
    ),
  ).not.toContain('"new"'));

test.each([
  ['pkg/__init__.py', 'version(__package__)\n'],
  ['pkg/sub/b.py', 'getLogger(__package__)\n'],
  ['tests/test_a.py', 'version(__package__)\n'],
])('%s is in another package, or in the same', (path, text) => expect(rewritten(path, text)).toBe(text));
