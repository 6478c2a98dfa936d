import { moved } from '../testing/moves';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) => moved({ 'pkg/__init__.py': '', 'pkg/a.py': text }, MOVES)['pkg/a.py'];

test('examples in a docstring with escapes follow', () =>
  expect(rewritten('"""A tab: \\t\n\n>>> import pkg\n>>> pkg.f("a\\\\nb")\n\'a\\\\nb\'\n"""\n')).toBe(
    '"""A tab: \\t\n\n>>> import new\n>>> new.f("a\\\\nb")\n\'a\\\\nb\'\n"""\n',
  ));

test('examples see what their module imports', () => {
  const text = (name: string, rest = '') =>
    `"""Doc.\n\n>>> x = ${name}.f(1)\n>>> import os\n"""\nimport os, ${name}\ndef f():\n    """Do.\n\n    >>> ${name}.a.g()\n    """\n${rest}`;
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'tests/test_x.py': text('pkg') };
  expect(moved(files, MOVES)['tests/test_x.py']).toBe(text('new').replace('new.a', 'new.core.a'));
  const other = text('pkg', 'pkg = None\n');
  const kept = moved({ ...files, 'tests/test_x.py': other }, MOVES)['tests/test_x.py'];
  expect(kept).toContain('>>> x = pkg.f(1)');
});

test('modules that examples put into sys.modules', () => {
  const text = (name: string) =>
    `"""Doc.\n\n>>> sys.modules['${name}.made'] = x\n>>> find('${name}.made', 'X')\n>>> find('pkg.other', 'see pkg.made')\n'pkg.made'\n"""\n`;
  expect(rewritten(text('pkg'))).toBe(text('new'));
});

test('loggers in examples, and what handlers print of them', () => {
  const text = (name: string) =>
    `"""Doc.\n\n>>> log = logging.getLogger('${name}')\n>>> print(handler)\n${name} ERROR\n  It pkg.a ERROR\npkg.none ERROR\n"""\n`;
  expect(rewritten(text('pkg.a'))).toBe(text('new.core.a'));
});

test('what escapes put on a line of its own is left alone', () =>
  expect(rewritten('"""Text.\\n>>> import pkg\\n"""\n')).toBeUndefined());

test('names of modules in literals follow, other literals do not', () => {
  const text = (name: string, module: string) =>
    `"""Doc.\n\n>>> x = sys.modules['${module}'], sys.modules['${module}.made']\n>>> import_module('${module}')\n>>> '${name}'\n'${name}'\n"""\n`;
  expect(rewritten(text('pkg.a', 'pkg.a'))).toBe(text('pkg.a', 'new.core.a'));
});

test('a list of names that examples show nowhere follows', () => {
  const text = (name: string) =>
    `"""Doc.\n\n>>> names = [\n...     '${name}.X',\n... ]\n>>> list(map(load, names))\n[...]\n"""\nclass X: ...\n`;
  expect(rewritten(text('pkg.a'))).toBe(text('new.core.a'));
  const echoed = text('pkg.a').replace('[...]', "['pkg.a.X']");
  expect(rewritten(echoed)).toBeUndefined();
});

test('examples in other texts over several lines follow', () => {
  const text = (name: string) => `doc = '''Guide.\n\n  >>> from ${name} import f\n'''\n__doc__ = doc\n`;
  expect(rewritten(text('pkg'))).toBe(text('new'));
  expect(rewritten('a = ">>> from pkg import f"\nb = """a\n>>>pkg.a\n"""\n')).toBeUndefined();
});

test('an example that is no Python does not keep the others', () => {
  const text = (name: string) =>
    `"""Doc.\n\n>>> %timeit f(1)\n>>> for x in y:\n...   ${name}.x\n>>> def f(:\n...   pkg.z\nSyntaxError\n>>> from ${name} import z\n"""\n`;
  expect(rewritten(text('pkg').replace('pkg.x', 'x'))).toBe(text('new').replace('new.x', 'x'));
});

test('the module of an exception that an example shows', () => {
  const shown = (module: string, line = '...') =>
    `"""Doc.\n\n>>> f()\nTraceback (most recent call last):\n    ${line}\n${module}.Error: pkg.a.Error\n"""\n`;
  expect(rewritten(shown('pkg.a'))).toBe(shown('new.core.a'));
  expect(rewritten(shown('pkg.a', 'File "x"\n      pkg.a.Error: no'))).toBe(
    shown('new.core.a', 'File "x"\n      pkg.a.Error: no'),
  );
  const flat = (module: string) => shown(module).replace('    ...', '...');
  expect(rewritten(flat('pkg.a'))).toBe(flat('new.core.a'));
  expect(rewritten(shown('pkg.none'))).toBeUndefined();
  const nested = (module: string) => `${shown(`${module}.X`)}class X: ...\n`;
  expect(rewritten(nested('pkg.a'))).toBe(nested('new.core.a'));
  expect(rewritten(shown('pkg.a.X'))).toBeUndefined();
  expect(rewritten('"""Doc.\n\n>>> f()\npkg.a.Error: no\n"""\n')).toBeUndefined();
});

describe('classes that an example shows', () => {
  const shown = (...lines: string[]) => `"""Doc.\n\n>>> f()\n${lines.join('\n')}\n"""\nclass X: ...\nY = 1\n`;
  test.each([
    ["<class 'pkg.a.X'>", "<class 'new.core.a.X'>"],
    ['[<pkg.a.X object at 0x1>]', '[<new.core.a.X object at 0x1>]'],
    ['[pkg.a.X(1), (pkg.a.X("x"), 2)]', '[new.core.a.X(1), (new.core.a.X("x"), 2)]'],
    ['pkg.a.X[typing.Any]', 'new.core.a.X[typing.Any]'],
    ['pkg.a.X 1, pkg.a.none(1)', null],
    ['<pkg...', '<new...'],
    ["[<class 'pkg...X'>, <class 'pkg...X[int]'>]", "[<class 'new...X'>, <class 'new...X[int]'>]"],
    ['pkg... pkg.a...', null],
    ['<pkg.a... object at 0x1>', '<new.core.a... object at 0x1>'],
    ['<pkg.none... object at 0x1>', null],
    ["pkg.a.X\n<class 'pkg.a.Z'>\n\n<class 'pkg.a.X'>", null],
    [
      'Traceback (most recent call last):\nTypeError:...is no pkg.a.X',
      'Traceback (most recent call last):\nTypeError:...is no new.core.a.X',
    ],
    ['TypeError: no pkg.a.X', null],
  ])('%j', (before, after) =>
    expect(rewritten(shown(before))).toBe(after === null ? undefined : shown(after)),
  );

  test.each([
    ['n = "pkg.a.X"\n', 'n = "new.core.a.X"\n', 'new.core.a.X(1)'],
    ['n = f"pkg.a.X({x})"\n', 'n = f"pkg.a.X({x})"\n', 'pkg.a.X(1)'],
    ['n = "see pkg.a.%s(%r)" % x\n', 'n = "see pkg.a.%s(%r)" % x\n', 'pkg.a.X(1)'],
  ])('made by %j', (before, code, output) =>
    expect(rewritten(shown('pkg.a.X(1)') + before) ?? shown('pkg.a.X(1)') + before).toBe(
      shown(output) + code,
    ),
  );

  test('with a name that is cut short behind a package below a namespace', () => {
    const text = (name: string) => `"""\n>>> f()\n<${name}...X object at 0x1>\n"""\n`;
    const files = { 'ns/pkg/__init__.py': '', 'ns/pkg/a.py': text('ns.pkg'), 'ns/pkg/b.py': '' };
    const moves = {
      'ns/pkg/__init__.py': 'src/new/__init__.py',
      'ns/pkg/a.py': 'src/new/core/a.py',
      'ns/pkg/b.py': 'src/new/b.py',
    };
    expect(moved(files, moves)['ns/pkg/a.py']).toBe(text('new'));
    const all = { ...moves, 'ns/pkg/__init__.py': 'src/new/core/x.py', 'ns/pkg/b.py': 'src/new/core/b.py' };
    expect(moved(files, all)['ns/pkg/a.py']).toBe(text('new.core'));
  });

  test('by the module that they say they are of, unless code says the same', () => {
    const text = (name: string) =>
      `"""\n>>> f()\nTraceback (most recent call last):\n  ...\nError: ${name}.Told, ${name}.Made, pkg.Handed, pkg.Said\n"""\n`;
    const files = {
      'pkg/__init__.py':
        'from .a import Told, Handed\nMade = Meta("Made", (Base,))\nclass Said: ...\nX = "see pkg.Said"\n',
      'pkg/a.py': 'class Told: ...\nclass Handed: ...\nTold.__module__ = "pkg"\n',
      'pkg/b.py': text('pkg'),
    };
    expect(moved(files, { ...MOVES, 'pkg/b.py': 'src/new/core/b.py' })['pkg/b.py']).toBe(text('new'));
  });
});
