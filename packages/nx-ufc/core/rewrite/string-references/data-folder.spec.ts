import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/data/a.txt': '',
  'pkg/static/b.css': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/tpl/b.txt': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/data/a.txt': 'src/new/data/a.txt',
  'pkg/static/b.css': 'src/new/core/static/b.css',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/tpl/b.txt': 'src/new/core/sub/tpl/b.txt',
};

function rewritten(text: string) {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_a.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  return { text: applyEdits(text, edits), listed: review.length };
}

test.each([
  ['x = "pkg.sub.tpl"\n', 'x = "new.core.sub.tpl"\n', 0],
  ['x = "pkg.sub.tpl"\ny = "no pkg.sub.tpl here"\n', 'x = "pkg.sub.tpl"\ny = "no pkg.sub.tpl here"\n', 2],
  ['x = "pkg.sub.tpl"\ny = "no \'pkg.sub.tpl\'"\n', 'x = "pkg.sub.tpl"\ny = "no \'pkg.sub.tpl\'"\n', 2],
  [
    'x = "pkg://pkg.data", "a=[pkg://pkg.sub.tpl]"\n',
    'x = "pkg://new.data", "a=[pkg://new.core.sub.tpl]"\n',
    0,
  ],
  ['x = "pkg://pkg.sub", "a=[pkg://pkg.sub]"\n', 'x = "pkg://new.core.sub", "a=[pkg://new.core.sub]"\n', 0],
  ['x = ("pkg.data", "a.txt")\n', 'x = ("new.data", "a.txt")\n', 0],
  ['x = ("pkg.data", "b.txt")\n', 'x = ("pkg.data", "b.txt")\n', 1],
  ['x = "pkg.data"\n', 'x = "pkg.data"\n', 1],
  ['x = ("pkg.static", "b.css")\n', 'x = ("pkg.static", "b.css")\n', 1],
  ['x = url_for("pkg.static", filename="b.css")\n', 'x = url_for("pkg.static", filename="b.css")\n', 0],
  ['x = "pkg.none", "see pkg.data"\n', 'x = "pkg.none", "see pkg.data"\n', 0],
])('folders of data: %j', (before, after, listed) =>
  expect(rewritten(before)).toEqual({ text: after, listed }),
);
