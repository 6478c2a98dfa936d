import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) =>
  moved({ ...FILES, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

test.each([
  [
    'for name in "pkg", "pkg.a", "pkg.a.x":\n    logging.getLogger(name)\n',
    'for name in "new", "new.core.a", "new.core.a.x":\n    logging.getLogger(name)\n',
  ],
  ["for n in ['x', 'pkg']:\n    getLogger(n)\n", "for n in ['x', 'new']:\n    getLogger(n)\n"],
  ['for name in "pkg", "x":\n    getLogger(other)\n', null],
  ['for name in f("pkg"):\n    getLogger(name)\n', null],
])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));
