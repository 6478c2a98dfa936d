import { moveAll, moved } from '../testing/moves';
import { rewriteModule } from './rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/core/sub/b.py',
  'pkg/sub/c.py': 'src/new/interface/cli.py',
};
const rewritten = (path: string, text: string) => moved({ ...FILES, [path]: text }, MOVES)[path] ?? text;
const review = (path: string, text: string) => {
  const { project, mapping } = moveAll({ ...FILES, [path]: text }, MOVES);
  return rewriteModule(project, mapping, project.modulesByPath.get(path)!).review;
};

test.each([
  ['__name__.split(".")[1]', '__name__.split(".")[2]'],
  ['__name__.split(".")[-2]', '__name__.split(".")[-2]'],
  ['__name__.split(".")[-3]', '__name__.split(".")[-3]'],
  ['__name__.split(".", 1)[1]', '__name__.split(".", 2)[2]'],
  ['__name__.split("pkg.")[1]', '__name__.split("new.core.")[1]'],
  ['__name__.rsplit(".", 2)[0]', '__name__.rsplit(".", 3)[0]'],
  ['".".join(__name__.split(".")[:-1])', '".".join(__name__.split(".")[:-1])'],
  ['".".join(__name__.split(".")[:2])', '".".join(__name__.split(".")[:3])'],
  ['__name__[len("pkg."):]', '__name__[len("new.core."):]'],
  ['__name__[len("pkg.sub."):]', '__name__[len("new.core.sub."):]'],
  ['__name__.removeprefix("pkg.")', '__name__.removeprefix("new.core.")'],
  ["__name__.replace('pkg.', '', 1)", "__name__.replace('new.core.', '', 1)"],
  ['__name__[4:]', '__name__[9:]'],
  ['__name__.split(".")[0]', '__name__.split(".")[0]'],
  ['other.__name__.split(".")[1]', 'other.__name__.split(".")[1]'],
])('parts of the own name: %s', (before, after) => {
  expect(rewritten('pkg/sub/b.py', `x = ${before}\n`)).toBe(`x = ${after}\n`);
  expect(review('pkg/sub/b.py', `x = ${before}\n`)).toEqual([]);
});

test.each([
  '__name__.partition(".")[2]',
  '__name__.split(".")[-1]',
  '__name__[8:]',
  '__name__.rpartition(".")[0]',
])('what cannot be the same is listed: %s', (text) => {
  expect(rewritten('pkg/sub/c.py', `x = ${text}\n`)).toBe(`x = ${text}\n`);
  expect(review('pkg/sub/c.py', `x = ${text}\n`)).toMatchObject([
    { rule: 'MODULE_NAME', line: 1, column: 5 },
  ]);
});

test.each(['x.__module__.split(".")[1]', 'x.__module__.partition(".")[2]', 'x.__module__.split(".")[:-2]'])(
  'parts of the names of other modules are listed: %s',
  (text) =>
    expect(review('pkg/a.py', `def f(x):\n    return ${text}\n`)).toMatchObject([
      { rule: 'MODULE_NAME', line: 2 },
    ]),
);

test.each([
  'x.__module__.split(".")[0]',
  'x.__module__.split(".", 1)[0]',
  'x.__module__.rpartition(".")',
  '".".join(x.__module__.split(".")[:-1])',
  'x.__module__.rsplit(".", 1)[1]',
  'x.__module__.split("-")[1]',
])('those at the ends are not: %s', (text) =>
  expect(review('pkg/a.py', `def f(x):\n    return ${text}\n`)).toEqual([]),
);
