import { moveAll } from '../testing/moves';
import { rewriteOther } from './plan-file';

const CONFIG = 'tests/data/x.toml';

test.each([
  [`OUT = "files: 'pkg/a.py'"\n`, [[], ['src/new/core/a.py']]],
  ['OUT = "pkg/a.py"\n', [['src/new/core/a.py'], []]],
  ['"""Of x: pkg/a.py."""\n', [['src/new/core/a.py'], []]],
])('a path in data of tests that say %j', (text, expected) => {
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'tests/test_a.py': text };
  const { project, mapping } = moveAll(
    { ...files, [CONFIG]: 'file = "pkg/a.py"\n' },
    { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' },
  );
  const file = project.tree.files.find(({ path }) => path === CONFIG)!;
  const { edits, review } = rewriteOther(project, mapping, file);
  expect([edits.map((edit) => edit.text), review.map(({ proposal }) => proposal?.after)]).toEqual(expected);
});
