import { moveAll } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/b.py': '',
  'pkg/data/x.json': '{}',
  'pkg/data/y.json': '{}',
  'pkg/z.txt': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
  'pkg/data/x.json': 'src/new/data/x.json',
  'pkg/data/y.json': 'src/new/core/data/y.json',
  'pkg/z.txt': 'src/new/core/z.txt',
};
const followed = (text: string, b = '') => {
  const { project, mapping } = moveAll({ ...FILES, 'pkg/a.py': text, 'pkg/b.py': b }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!);
  return [edits.length, review.map(({ rule }) => rule)];
};

test.each([
  // every use of a name of a function is seen
  [
    'def f():\n    here = dirname(__file__)\n    path = join(here, "data")\n    return load(path)\n',
    '',
    [2, []],
  ],
  ['def f():\n    here = dirname(__file__)\n    return open(join(here, "z.txt"))\n', '', [0, []]],
  ['def f():\n    here = dirname(__file__)\n    return join(here, name)\n', '', [0, ['FILE_LOCATION']]],
  // of a name of the module, too, unless others ask for it
  ['HERE = dirname(__file__)\nopen(join(HERE, "z.txt"))\n', '', [0, []]],
  ['HERE = dirname(__file__)\nopen(join(HERE, "data"))\n', '', [2, []]],
  ['HERE = dirname(__file__)\nopen(join(HERE, "z.txt"))\n', 'from pkg import HERE\n', [0, []]],
  ...[
    'from .a import *\nload(HERE)\n',
    'from pkg.a import HERE\nload(HERE)\n',
    'from pkg import a\na.HERE\n',
  ].map((b): [string, string, [number, string[]]] => [
    'HERE = dirname(__file__)\nopen(join(HERE, "z.txt"))\n',
    b,
    [0, ['FILE_LOCATION']],
  ]),
  // what they do with it counts
  ...['from .a import *\n', 'from pkg.a import HERE\nopen(join(HERE, "z.txt"))\n'].map(
    (b): [string, string, [number, string[]]] => [
      'HERE = dirname(__file__)\nopen(join(HERE, "z.txt"))\n',
      b,
      [0, []],
    ],
  ),
  ['HERE = dirname(__file__)\n', 'from pkg import a\nopen(join(a.HERE, "data", "x.json"))\n', [2, []]],
  ['class A:\n    here = dirname(__file__)\n    def f(self): return self.here\n', '', [0, ['FILE_LOCATION']]],
  [
    'class A:\n    here = dirname(__file__)\n    x = open(join(here, "z.txt"))\n    def f(self): return self.here\n',
    '',
    [0, ['FILE_LOCATION']],
  ],
  ['HERE = dirname(__file__)\n', '', [0, ['FILE_LOCATION']]],
])('what is used of a folder is known: %j', (text, b, expected) =>
  expect(followed(text, b)).toEqual(expected),
);
