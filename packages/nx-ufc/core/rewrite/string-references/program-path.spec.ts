import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/tool.py': '#!/usr/bin/env python\n',
  'pkg/data.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/tool.py': 'src/new/cli/tool.py',
  'pkg/data.py': 'src/new/core/data.py',
};

test.each([
  ['x = {"a": "pkg/tool.py {filename}"}\n', 'x = {"a": "src/new/cli/tool.py {filename}"}\n'],
  ['f(r"^pkg/tool.py [^ ]+ done$")\n', 'f(r"^src/new/cli/tool.py [^ ]+ done$")\n'],
  ['x = "python pkg/data.py --x 1".split()\n', 'x = "python src/new/core/data.py --x 1".split()\n'],
  ['run(f"{sys.executable} -u pkg/data.py")\n', 'run(f"{sys.executable} -u src/new/core/data.py")\n'],
  ['x = "python docs/data.py, python pkg/data.py"\n', 'x = "python docs/data.py, python pkg/data.py"\n'],
  ['f("pkg/data.py is data")\n', 'f("pkg/data.py is data")\n'],
  ['f("see pkg/tool.py now")\n', 'f("see pkg/tool.py now")\n'],
  ['def f():\n    """pkg/tool.py is run."""\n', 'def f():\n    """pkg/tool.py is run."""\n'],
])('a text that begins with the path of a program: %j', (before, after) => {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_a.py': before }, MOVES);
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  expect(applyEdits(before, edits)).toBe(after);
});
