import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/config-template.py': 'A = 1\n' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/config-template.py': 'src/new/core/utils/config-template.py',
};

test.each([
  ['import_module("pkg.config-template").A\n', 'import_module("new.core.utils.config-template").A\n'],
  ["__import__('pkg.config-template')\n", "__import__('new.core.utils.config-template')\n"],
  ['sys.modules["pkg.config-template"].A\n', 'sys.modules["new.core.utils.config-template"].A\n'],
  [
    'sys.modules.pop("pkg.config-template", None)\n',
    'sys.modules.pop("new.core.utils.config-template", None)\n',
  ],
  ['say("pkg.config-template")\n', null],
  ['import_module("pkg.other-template")\n', null],
])('a module that no import statement can name: %j', (before, after) =>
  expect(moved({ ...FILES, 'tests/test_a.py': before }, MOVES)['tests/test_a.py'] ?? before).toBe(
    after ?? before,
  ),
);
