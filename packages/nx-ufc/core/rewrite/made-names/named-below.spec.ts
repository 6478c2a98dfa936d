import { moved } from '../../testing/moves';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': '',
  'setup.cfg': '[options.entry_points]\npkg.sub =\n    x = pkg.a:X\n',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/core/sub/b.py',
};
const rewritten = (path: string, text: string) => moved({ ...FILES, [path]: text }, MOVES)[path] ?? text;

test.each([
  ['f"{pkg.__name__}.a.X"', 'f"{new.__name__}.core.a.X"'],
  ['pkg.__name__ + ".a"', 'new.__name__ + ".core.a"'],
  ['"%s.sub.b" % pkg.__name__', '"%s.core.sub.b" % new.__name__'],
  ['"%s.a: %s" % (pkg.__name__, 1)', '"%s.core.a: %s" % (new.__name__, 1)'],
  ['"{}.a".format(pkg.__name__)', '"{}.core.a".format(new.__name__)'],
  ['f"{pkg.__name__}.sub.{x}"', 'f"{new.__name__}.core.sub.{x}"'],
  ['pkg.__name__ + ".sub." + x', 'new.__name__ + ".core.sub." + x'],
])('names below that of a package: %s', (before, after) =>
  expect(rewritten('tests/test_a.py', `import pkg\nx = ${before}\n`)).toBe(`import new\nx = ${after}\n`),
);

test.each([
  'f"{pkg.__name__}.other"',
  'pkg.__name__ + "-a"',
  'pkg.__name__ + x + ".a"',
  '"%s: %s.a" % (1, pkg.__name__)',
  'entry_points(group=f"{pkg.__name__}.sub")',
  'f"{cls.__name__}.a"',
])('what names no module stays: %s', (text) =>
  expect(rewritten('tests/test_a.py', `import pkg\nx = ${text}\n`)).toBe(
    `import new\nx = ${text.replaceAll('pkg.', 'new.')}\n`,
  ),
);

test('the own name of a package', () => {
  const text = 'LOG = getLogger(f"{__name__}.a")\nB = __package__ + ".sub.b"\n';
  expect(rewritten('pkg/__init__.py', text)).toBe(
    'LOG = getLogger(f"{__name__}.core.a")\nB = __package__ + ".core.sub.b"\n',
  );
});

test('a relative name that starts from such a name', () => {
  const text = 'import importlib, pkg\nimportlib.import_module(".sub.b", package=pkg.__name__)\n';
  expect(rewritten('tests/test_a.py', text)).toBe(
    'import importlib, new\nimportlib.import_module(".core.sub.b", package=new.__name__)\n',
  );
});
