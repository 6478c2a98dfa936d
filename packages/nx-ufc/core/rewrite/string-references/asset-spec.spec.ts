import { moved } from '../../testing/moves';

const FILES = {
  'src/pkg/__init__.py': '',
  'src/pkg/web/__init__.py': '',
  'src/pkg/web/static/a.css': '',
  'src/pkg/web/t/x.mako': '',
};
const MOVES = {
  'src/pkg/__init__.py': 'src/new/__init__.py',
  'src/pkg/web/__init__.py': 'src/new/interface/web/__init__.py',
  'src/pkg/web/static/a.css': 'src/new/interface/web/static/a.css',
  'src/pkg/web/t/x.mako': 'src/new/interface/web/t/x.mako',
};

test.each([
  ['f("pkg:web/t/x.mako")\n', 'f("new:interface/web/t/x.mako")\n'],
  ['f(renderer="pkg.web:t/x.mako")\n', 'f(renderer="new:interface/web/t/x.mako")\n'],
  ["S = 'pkg.web:static/'\n", "S = 'new:interface/web/static/'\n"],
  ['f("pkg.web.views:t/x.mako")\n', 'f("new:interface/web/t/x.mako")\n'],
  ['x = "pkg:web"\n', null],
  [
    'c.set_main_option("script_location", "pkg:web")\nconfig(script_location="pkg:web")\n',
    'c.set_main_option("script_location", "new:interface/web")\nconfig(script_location="new:interface/web")\n',
  ],
  [
    'f("pkg:web/t/y.mako", "pkg.web:t/%s", "pkg:web/t/x#def.mako")\n',
    'f("new:interface/web/t/y.mako", "new:interface/web/t/%s", "new:interface/web/t/x#def.mako")\n',
  ],
  ['f("pkg:gone/y.mako", "pkg:%s", "other:web/t/x.mako", "pkg: web/t", "pkg:web/t/x y")\n', null],
])('the asset specification of a file or folder of the package: %j', (before, after) => {
  const path = 'tests/test_a.py';
  expect(moved({ ...FILES, [path]: before }, MOVES)[path] ?? before).toBe(after ?? before);
});

test.each([
  ['def f(pkg, name): return files(pkg).joinpath(name)\n', 'new'],
  ['def f(pkg, name): return files(__package__).joinpath(name)\n', 'pkg'],
])('a file of the package by its name alone, where %j', (code, root) => {
  const files = { ...FILES, 'src/pkg/__init__.py': code };
  const said = (name: string) => `A = ["${name}:x", "${name}:a.css", "pkg:worker"]\n`;
  const after = moved({ ...files, 'tests/test_a.py': said('pkg') }, MOVES);
  expect(after['tests/test_a.py'] ?? said('pkg')).toBe(said(root));
});
