import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'pkg/sub/__init__.py': '', 'pkg/sub/b.py': '' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/core/sub/b.py',
};
const rewritten = (text: string, path = 'tests/test_a.py') =>
  moved({ ...FILES, [path]: text }, MOVES)[path] ?? text;

test.each([
  ['logging.getLogger("pkg").getChild("a")\n', 'logging.getLogger("new").getChild("core.a")\n'],
  ['log = getLogger("pkg.sub")\nlog.getChild("b")\n', 'log = getLogger("new.core.sub")\nlog.getChild("b")\n'],
  ['log = getLogger("pkg")\nlog.getChild("sub.b")\n', 'log = getLogger("new")\nlog.getChild("core.sub.b")\n'],
  ['getLogger("pkg").getChild("jobs")\n', 'getLogger("new").getChild("jobs")\n'],
  ['getLogger("other").getChild("a")\n', 'getLogger("other").getChild("a")\n'],
  ['log = given()\nlog.getChild("a")\n', 'log = given()\nlog.getChild("a")\n'],
])('loggers of modules, by their names below those of packages: %j', (before, after) =>
  expect(rewritten(before)).toBe(after),
);

test('the logger of the package itself', () =>
  expect(rewritten('log = getLogger(__name__).getChild("a")\n', 'pkg/__init__.py')).toBe(
    'log = getLogger(__name__).getChild("core.a")\n',
  ));
