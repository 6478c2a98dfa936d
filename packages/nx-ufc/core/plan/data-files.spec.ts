import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { openedBy } from './data-files';

const DATA = 'pkg/locale/es/messages.po';
const opener = (texts: Record<string, string>) =>
  openedBy(buildProjectFacts('pkg', treeOf({ 'pkg/__init__.py': '', [DATA]: '', ...texts })), DATA);

test('what lies with the tests stays with them', () => {
  const texts = {
    'pkg/tests/__init__.py': '',
    'pkg/tests/test_a.py': '',
    'pkg/a.py': 'open("a.xml")\n',
    'pkg/tests_of_users.py': 'open("tests/b.xml")\n',
    'pkg/tests/b.xml': '',
  };
  const project = buildProjectFacts('pkg', treeOf({ ...texts, 'pkg/a.xml': '', 'pkg/tests/a.xml': '' }));
  const opened = ['pkg/a.xml', 'pkg/tests/a.xml', 'pkg/tests/b.xml'].map((path) => openedBy(project, path));
  expect(opened).toEqual(['pkg/a.py', null, null]);
});

test.each([
  ['join(folder, "messages.po")', null],
  ['join(dirname(__file__), "locale", "es", "messages.po")', 'pkg/a.py'],
])('what lies in a package of its own: %s', (expression, expected) =>
  expect(opener({ 'pkg/a.py': `open(${expression})\n`, 'pkg/locale/es/__init__.py': '' })).toBe(expected),
);

test('a header that sources beside it include stays with them', () => {
  const build = { 'pkg/build.py': 'open("ring.h")\nopen("other.h")\n', 'pkg/ring.h': '', 'pkg/other.h': '' };
  const project = buildProjectFacts('pkg', treeOf({ ...build, 'pkg/_c.c': '#include "ring.h"\n' }));
  expect(['pkg/ring.h', 'pkg/other.h'].map((path) => openedBy(project, path))).toEqual([
    null,
    'pkg/build.py',
  ]);
});

test.each<[string, Record<string, string>, string | null]>([
  ['its name', { 'pkg/a.py': 'open("messages.po")\n' }, 'pkg/a.py'],
  ['its path', { 'pkg/a.py': 'open("./locale/es/messages.po")\n' }, 'pkg/a.py'],
  ['its folder', { 'pkg/a.py': 'FOLDER = "locale"\n' }, 'pkg/a.py'],
  ['several modules', { 'pkg/a.py': 'F = "locale"\n', 'pkg/b.py': 'F = "locale"\n' }, null],
  ['a module that does not lie above it', { 'pkg/sub/a.py': 'F = "locale"\n' }, null],
  ['a docstring', { 'pkg/a.py': '"""locale"""\n' }, null],
  ['a key of something else', { 'pkg/a.py': 'say(answer["locale"])\n' }, null],
  ['its suffix', { 'pkg/a.py': 'def f(n):\n    return files(__package__) / (n + ".po")\n' }, 'pkg/a.py'],
  [
    'its suffix, elsewhere its name',
    { 'pkg/a.py': 'open(__file__ + n + ".po")\n', 'pkg/b.py': 'open("messages.po")\n' },
    'pkg/b.py',
  ],
  [
    'a module that asks another one where data lies',
    {
      'pkg/a.py': 'from pkg import core\nopen(core.data_path("locale") + "/x")\n',
      'pkg/core.py': 'def data_path(name): return os.path.join(os.path.dirname(__file__), name)\n',
    },
    null,
  ],
  [
    'a module that looks beside itself, whatever another one does',
    {
      'pkg/a.py': 'from .core import x\nopen(os.path.dirname(__file__) + "/locale/" + x())\nF = "locale"\n',
      'pkg/core.py': 'def x(): return open(__file__)\n',
    },
    'pkg/a.py',
  ],
  ['the suffix of files that lie anywhere', { 'pkg/a.py': 'open(name + ".po")\n' }, null],
  ['a type', { 'pkg/a.py': 'x: "locale"\n' }, null],
])('data is opened by the one module that names it: %s', (_, texts, expected) =>
  expect(opener(texts)).toBe(expected),
);
