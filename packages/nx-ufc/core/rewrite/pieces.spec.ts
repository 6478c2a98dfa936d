import { moveAll, moved } from '../testing/moves';
import { rewriteModule } from './rewrite-module';

const PACKAGE = { 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n', 'pkg/sub/_x.py': '', 'pkg/sub/_y.py': '' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/_x.py': 'src/new/core/sub/_x.py',
  'pkg/sub/_y.py': 'src/new/core/sub/_y.py',
};
const rewritten = (text: string) =>
  moved({ ...PACKAGE, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

describe('code in a string that is a piece of a program', () => {
  test.each([
    ['p("import pkg", "@pkg.f")\n', 'p("import new as pkg", "@pkg.f")\n'],
    ['p("import pkg\\npkg.a.X\\n")\n', 'p("import new\\nnew.core.a.X\\n")\n'],
    ['p("import pkg.a")\n', 'p("import new.core.a")\n'],
    ['p("""\nimport pkg\n{x} y z\npkg.f()\n""")\n', 'p("""\nimport new as pkg\n{x} y z\npkg.f()\n""")\n'],
    [
      "run('import pkg.a as a; a.{0}_main({{}})'.format(x))\n",
      "run('import new.core.a as a; a.{0}_main({{}})'.format(x))\n",
    ],
    [
      "C = 'import pkg.a; pkg.a.f(%r, 5 %% 2)' % x\n",
      "C = 'import new.core.a, new as pkg; pkg.core.a.f(%r, 5 %% 2)' % x\n",
    ],
    ["C = 'import pkg.{}'.format(x)\n", "C = 'import pkg.{}'.format(x)\n"],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after));
});

describe('beginnings of names', () => {
  test.each([
    ['walk_packages(p, "pkg.")\n', 'walk_packages(p, "new.")\n'],
    ['pkgutil.iter_modules(p, prefix="pkg.")\n', 'pkgutil.iter_modules(p, prefix="new.")\n'],
    ['walk_packages("pkg.", p)\nf(p, "pkg.")\n', null],
    [
      'def f(frame):\n    return frame.f_globals["__name__"].startswith("pkg.")\n',
      'def f(frame):\n    return frame.f_globals["__name__"].startswith("new.")\n',
    ],
    ['def f(frame):\n    return frame.f_globals["__name__"], "pkg. is"\n', null],
    ['def f():\n    app = Flask(__name__)\n    app.processor({"pkg": app})\n', null],
    [
      'def f():\n    return __name__.startswith("pkg.")\n',
      'def f():\n    return __name__.startswith("new.")\n',
    ],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));

  test('what follows is not listed as an import that cannot be told', () => {
    const text = 'import_module(f"pkg.sub._{name}")\nimport_module(f"pkg{name}")\n';
    const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/b.py': text }, MOVES);
    const { review, edits } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
    expect(edits.map((edit) => edit.text)).toEqual(['new.core.sub']);
    expect(review).toEqual([]);
  });
});
