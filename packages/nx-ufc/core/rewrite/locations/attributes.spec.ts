import { moved } from '../../testing/moves';

const PACKAGE = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/data/x.json': '{}',
  'tests/test_x.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/services/a.py',
  'pkg/data/x.json': 'src/new/core/services/data/x.json',
};
const SET = 'class T:\n    @classmethod\n    def setUpClass(cls):\n        cls.here = dirname(__file__)\n';
const rewritten = (text: string, more: Record<string, string> = {}, path = 'tests/test_x.py') =>
  moved({ ...PACKAGE, ...more, [path]: text }, MOVES)[path] ?? text;

test.each([
  [
    "        cls.src = join(cls.here, '..', 'pkg/')\n",
    "        cls.src = join(cls.here, '..', 'src', 'new/')\n",
  ],
  [
    "        cls.root = dirname(cls.here)\n    def test(self):\n        open(join(self.root, 'pkg/a.py'))\n",
    "        cls.root = dirname(cls.here)\n    def test(self):\n        open(join(self.root, 'src/new/core/services/a.py'))\n",
  ],
  [
    "    async def test(self):\n        for x in f(lambda: self.here + '/../pkg/a.py'): pass\n",
    "    async def test(self):\n        for x in f(lambda: self.here + '/../src/new/core/services/a.py'): pass\n",
  ],
])('what a method sets is known in the others: %s', (text, expected) =>
  expect(rewritten(SET + text)).toBe(SET + expected),
);

test('so is what the class sets', () => {
  const text =
    "class T:\n    ROOT = Path(__file__).parents[1]\n    def f(self): return self.ROOT / 'pkg' / 'a.py'\n";
  expect(rewritten(text)).toBe(text.replace("'pkg' / 'a", "'src' / 'new' / 'core' / 'services' / 'a"));
});

test('a module that went deeper', () => {
  const text =
    "class A:\n    def __init__(self):\n        self.root: str = dirname(dirname(__file__))\n        self.file = self.root + '/pyproject.toml'\n";
  expect(rewritten(text, {}, 'pkg/a.py')).toBe(
    text.replace('dirname(dirname(__file__))', 'dirname(dirname(dirname(dirname(dirname(__file__)))))'),
  );
});

const USE = "    def test(self): open(join(self.here, '..', 'pkg/a.py'))\n";

test.each([
  ['set again', `${SET}${USE}        self.here = x\n`, {}],
  ['set again elsewhere', SET + USE, { 'tests/test_y.py': 'def f(t):\n    t.here, b = x\n' }],
  ['another one of a class below', SET + USE, { 'tests/test_y.py': 'class U(T):\n    here = x\n' }],
  ['a property', SET + USE, { 'tests/test_y.py': 'class U(T):\n    @property\n    def here(self): ...\n' }],
  ['patched', SET + USE, { 'tests/test_y.py': 'monkeypatch.setattr(T, "here", x)\n' }],
  [
    'of the method',
    SET.replace('(cls)', '(cls, dirname)').replace('dirname(__', 'join(dirname, __') + USE,
    {},
  ],
  [
    'another object',
    `${SET}    def f(self):\n        self = x\n    ${USE.replace('def test(self):', '')}`,
    {},
  ],
  [
    'another function',
    `${SET}    def f(self):\n        def g(self): open(join(self.here, '../pkg/a.py'))\n`,
    {},
  ],
  ['another class', `${SET}class U:\n${USE}`, {}],
  ['a class within', `${SET}    class U:\n    ${USE}`, {}],
])('nothing is certain where it is %s', (_, text, more) => expect(rewritten(text, more)).toBe(text));

test('what is read, handed on or compared elsewhere is not set', () =>
  expect(
    rewritten(SET + USE, {
      'tests/test_y.py': 'def f(t):\n    for x in g(t.here, a=1): assert t.here == x\n    return t.here\n',
    }),
  ).toContain("'src', 'new', 'core', 'services', 'a.py'"));
