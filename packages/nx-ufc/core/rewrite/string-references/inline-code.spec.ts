import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

test.each([
  ['help = "a subclass of `pkg.a.X`"\n', 'help = "a subclass of `new.core.a.X`"\n'],
  ['help = """One of ``pkg.a.X``.\n"""\n', 'help = """One of ``new.core.a.X``.\n"""\n'],
  ['help = "a subclass of `pkg.a.Gone`"\n', null],
  ['help = "a subclass of pkg.a.X"\n', null],
  ['help = "see `pkg`"\n', null],
  ['"""Of :code:`pkg.a.X`."""\n', '"""Of :code:`new.core.a.X`."""\n'],
  ['"""A `pkg.a.X` and ``pkg.a.X()``."""\n', '"""A `new.core.a.X` and ``new.core.a.X()``."""\n'],
  ['"""The setting ``pkg.a``, pkg.a.X, `pkg.a.Gone`, `see pkg.a.X`."""\n', null],
])('code in a sentence of a literal: %j', (before, after) =>
  expect(moved({ ...FILES, 'pkg/b.py': before }, MOVES)['pkg/b.py'] ?? before).toBe(after ?? before),
);
