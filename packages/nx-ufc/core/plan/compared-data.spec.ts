import { moveAll, moved } from '../testing/moves';
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

test('what such data is compared with stays, too', () => {
  const text = (said: string) => `OUT = "f: ${said}"\nSEEN = {"x.py", "pkg/a.py"}\n`;
  const after = (said: string) =>
    moved(
      {
        'pkg/__init__.py': '',
        'pkg/a.py': '',
        'tests/test_a.py': text(said),
        [CONFIG]: 'file = "pkg/a.py"\n',
      },
      { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' },
    )['tests/test_a.py'];
  expect(after('pkg/a.py')).toBeUndefined();
  expect(after('x.py')).toContain('"src/new/core/a.py"');
});
