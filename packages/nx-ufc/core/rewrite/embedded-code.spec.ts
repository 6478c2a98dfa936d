import { moveAll, moved } from '../testing/moves';
import { rewriteModule } from './rewrite-module';

const PACKAGE = { 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) =>
  moved({ ...PACKAGE, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

describe('names in the literals of a program in a string', () => {
  test.each([
    [
      'p("""\nimport x\n\npytest_plugins = \'pkg\'\n""")\n',
      'p("""\nimport x\n\npytest_plugins = \'new\'\n""")\n',
    ],
    ["p(\"pytest_plugins = ['pkg', 'y']\")\n", "p(\"pytest_plugins = ['new', 'y']\")\n"],
    ['p("pytest_plugins = [\\"pkg\\"]")\n', 'p("pytest_plugins = [\\"new\\"]")\n'],
    ['p("import sys\\nsys.modules[\'pkg.a\'].X")\n', 'p("import sys\\nsys.modules[\'new.core.a\'].X")\n'],
    ['p("import x\\nx.patch(\'pkg.a.X\')")\n', 'p("import x\\nx.patch(\'new.core.a.X\')")\n'],
    ['p("x = [\'pkg.a\']")\n', null],
    ['p("import x\\ntitle = \'pkg\'")\n', null],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));

  test('what is certain in the program is not listed as a doubt about the text', () => {
    const text = 'p("import x\\nx.patch(\'pkg.a.X\')")\np("the pkg.a.X, that")\n';
    const { project, mapping } = moveAll({ ...PACKAGE, 'tools/a.py': text }, MOVES);
    const { review } = rewriteModule(project, mapping, project.modulesByPath.get('tools/a.py')!);
    expect(review.map(({ line }) => line)).toEqual([2]);
  });
});

test('an edit that reaches over several literals', () => {
  const text = 'p(\n    "from pkg import a, a as q, \\\\\\n"\n    "  z\\n"\n    "import pkg.a\\n"\n)\n';
  expect(rewritten(text)).toBe(
    'p(\n    "from new import z\\nfrom new.core import a, a as q"\n    "\\n"\n    "import new.core.a\\n"\n)\n',
  );
});

describe('programs in f-strings', () => {
  test.each([
    ['p(f"import pkg\\npkg.f({x})")\n', 'p(f"import new as pkg\\npkg.f({x})")\n'],
    ['p(f"import pkg\\n{x}")\n', 'p(f"import new as pkg\\n{x}")\n'],
    [
      'p(f"""\n    from pkg.a import X\n    {x["}"]!r:>{n}}\n    y = {{X: pkg}}\n    """)\n',
      'p(f"""\n    from new.core.a import X\n    {x["}"]!r:>{n}}\n    y = {{X: pkg}}\n    """)\n',
    ],
    ['p(f"import {x}\\n" "import pkg.a\\n")\n', 'p(f"import {x}\\n" "import new.core.a, new as pkg\\n")\n'],
    ['p(f"import pkg.{x}")\n', null],
    ['p(f"{g("import pkg")}")\n', 'p(f"{g("import new as pkg")}")\n'],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));
});
