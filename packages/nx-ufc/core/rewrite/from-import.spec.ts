import { moved } from '../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
  'pkg/c.py': 'src/new/core/c.py',
};
const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'A = 1\n', 'pkg/b.py': 'B = 1\n', 'pkg/c.py': 'C = 1\n' };

describe('of names with several homes the largest group keeps the statement', () => {
  test.each([
    ['from pkg import a, b, c\n', 'from new.interface import b\nfrom new.core import a, c\n'],
    ['from pkg import b, a\n', 'from new.core import a\nfrom new.interface import b\n'],
  ])('%j', (text, after) => {
    expect(moved({ ...FILES, 'tests/test_x.py': text }, MOVES)['tests/test_x.py']).toBe(after);
  });
});

describe('modules in a circle of imports are run in the order of the list', () => {
  const circle = {
    ...FILES,
    'pkg/a.py': 'from pkg.b import B\nA = 1\n',
    'pkg/b.py': 'B = 1\nimport pkg.a\n',
  };
  test.each([
    [
      'from pkg import a, b, c\n',
      'from new.core import a\nfrom new.interface import b\nfrom new.core import c\n',
    ],
    ['from pkg import a, b\n', 'from new.core import a\nfrom new.interface import b\n'],
    [
      'from pkg import (\n    b,\n    a,\n    c,\n)\n',
      'from new.interface import b\nfrom new.core import (\n    a,\n    c,\n)\n',
    ],
    ['from pkg import c, a\n', 'from new.core import c, a\n'],
  ])('%j', (text, after) => {
    expect(moved({ ...circle, 'tests/test_x.py': text }, MOVES)['tests/test_x.py']).toBe(after);
  });

  test('not where they import one another in functions only', () => {
    const later = { ...circle, 'pkg/b.py': 'B = 1\ndef f():\n    import pkg.a\n' };
    expect(
      moved({ ...later, 'tests/test_x.py': 'from pkg import a, b, c\n' }, MOVES)['tests/test_x.py'],
    ).toBe('from new.interface import b\nfrom new.core import a, c\n');
  });
});
