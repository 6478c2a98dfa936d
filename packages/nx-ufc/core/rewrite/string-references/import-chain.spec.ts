import { moved } from '../../testing/moves';

const FILES = {
  'pkg/__init__.py': 'X = 1\n',
  'pkg/a.py': 'Y = 1\n',
  'pkg/sub/__init__.py': 'def c(): ...\n',
  'pkg/sub/c.py': '',
  'pkg/sub/d.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/core/pkg/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/sub/__init__.py',
  'pkg/sub/c.py': 'src/new/sub/c.py',
  'pkg/sub/d.py': 'src/new/core/pkg/sub/d.py',
};
const rewritten = (text: string) => moved({ ...FILES, 'pkg/b.py': text }, MOVES)['pkg/b.py'] ?? text;

test.each([
  ['__import__("pkg.a").a.Y.z', '__import__("new.core.a").core.a.Y.z'],
  ['__import__("pkg.a").X', '__import__("new.core.a").core.pkg.X'],
  [
    '__import__("pkg.sub.d", globals()) . sub.d.Z()',
    '__import__("new.core.pkg.sub.d", globals()).core.pkg.sub.d.Z()',
  ],
  ['__import__("pkg.sub.c").sub.c.x', '__import__("new.sub.c").sub.c.x'],
  ['__import__("pkg.a", fromlist=["Y"]).Y', '__import__("new.core.a", fromlist=["Y"]).Y'],
  ['__import__("pkg.a", {}, {}, ("Y",)).Y', '__import__("new.core.a", {}, {}, ("Y",)).Y'],
  ['__import__("pkg.a", {}, {}, []).a.Y', '__import__("new.core.a", {}, {}, []).core.a.Y'],
  ['suite.addTest(doctest.DocTestSuite("pkg.a"))', 'suite.addTest(doctest.DocTestSuite("new.core.a"))'],
  ['loader.loadTestsFromName("pkg.a.Y")', 'loader.loadTestsFromName("new.core.a.Y")'],
  ['import_module("pkg.a").Y', 'import_module("new.core.a").Y'],
  ['x(", f=__import__(\'pkg.a\').a.Y):")', 'x(", f=__import__(\'new.core.a\').core.a.Y):")'],
  ['x("f=import_module(\'pkg.a\').Y):")', 'x("f=import_module(\'new.core.a\').Y):")'],
  ['x("see __import__(\'pkg.a\', x).Y):")', 'x("see __import__(\'new.core.a\', x).Y):")'],
  ['x("reimport_module(\'pkg.a\') and")', null],
])('%s', (before, after) => expect(rewritten(`${before}\n`)).toBe(`${after ?? before}\n`));

test.each([
  ['__import__("pkg.a").a.Y', '__import__("new.core.a", fromlist=["a"]).Y'],
  ['x("__import__(\'pkg.a\').a.Y")', "x(\"__import__('new.core.a', fromlist=['a']).Y\")"],
  ['__import__("pkg.sub.c").sub.c.x', '__import__("new.sub.c").sub.c.x'],
])('a module that is called like a layer hides the way: %s', (before, after) => {
  const files = { ...FILES, 'pkg/core.py': '', 'pkg/b.py': `${before}\n` };
  const moves = { ...MOVES, 'pkg/core.py': 'src/new/core/core.py' };
  expect(moved(files, moves)['pkg/b.py']).toBe(`${after}\n`);
});
