import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) =>
  moved({ ...FILES, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

test.each([
  ['x = f"""\n  plugins:\n    - pkg.a:\n        base: {base}\n"""\n', 'new.core.a'],
  ['x = """\nhandler:\n  class: pkg.a.X  # ours\n"""\n', 'new.core.a'],
  ["x = 'plugins:\\n- pkg.a\\n'\n", 'new.core.a'],
  ['x = """\n[tool]\nmodule = "pkg.a"\n"""\n', 'new.core.a'],
  ['x = """{\n  "class": "pkg.a.X",\n  "y": 1}"""\n', 'new.core.a'],
  ['x = """\n- - target: pkg.a.X\n"""\n', 'new.core.a'],
  // prose, one line, what is not there
  ['x = """\nSee: pkg.a for more\n"""\n', null],
  ['x = "module: pkg.a"\n', null],
  ['x = """\nclass: pkg.a.Gone\n"""\n', null],
  ['x = """\nnote that\npkg.a is it\n"""\n', null],
  ['x = """\nurl: https://pkg.a: x\n"""\n', null],
])('a value or key of settings in a text: %j', (before, target) =>
  expect(rewritten(before)).toBe(target === null ? before : before.replace('pkg.a', target)),
);
