import { moved } from '../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/compat.py': 'src/new/core/compat.py',
};
const rewritten = (path: string, files: Record<string, string>) =>
  moved({ 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n', 'tests/__init__.py': '', ...files }, MOVES)[path];

describe('modules that other modules hand on', () => {
  test('an attribute chain through the package that a helper of the tests imports', () => {
    const files = {
      'tests/context.py': 'import pkg\n',
      'tests/test_a.py': 'from .context import pkg\npkg.a.X\n',
    };
    expect(rewritten('tests/test_a.py', files)).toBe('from .context import pkg\npkg.core.a.X\n');
    expect(rewritten('tests/context.py', files)).toBe('import new as pkg\n');
  });

  test('through several hands, under other names', () => {
    const files = {
      'tests/first.py': 'from pkg import compat as c\nimport pkg as p\n',
      'tests/second.py': 'from tests.first import p as q\n',
      'pkg/compat.py': '',
      'tests/test_a.py': 'from tests.second import q as r\nr.a.X\nr.y\n',
    };
    expect(rewritten('tests/test_a.py', files)).toBe('from tests.second import q as r\nr.core.a.X\nr.y\n');
  });

  test('a name that is handed on and is no module stays', () => {
    const files = {
      'tests/context.py': 'from pkg.a import X as pkg\n',
      'tests/test_a.py': 'from .context import pkg\npkg.a.X\n',
    };
    expect(rewritten('tests/test_a.py', files)).toBeUndefined();
  });
});
