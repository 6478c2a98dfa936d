import { moved } from '../../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/b.py',
};

test('suites of doctests by names that are put together', () => {
  const text = (name: string, given: string) =>
    `def load():\n    for name in ("a", "b"):\n        name = "${name}." + ${given}\n        yield doctest.DocTestSuite(name)\n`;
  const files = {
    'pkg/__init__.py': '',
    'pkg/a.py': '',
    'pkg/b.py': '',
    'tests/test_a.py': text('pkg', 'name'),
  };
  expect(moved(files, MOVES)['tests/test_a.py']).toContain(text('new', '_MOVED_MODULES.get(name, name)'));
});
