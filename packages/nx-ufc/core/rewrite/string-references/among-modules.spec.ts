import { moveAll } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/models.py': 'class Order: ...\n',
  'pkg/a.py': 'def f(): ...\n',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/models.py': 'src/new/core/models.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
};

test.each([
  ['pkg.Order', 0],
  ['pkg.Gone', 1],
])('%s among modules: %i to decide', (name, listed) => {
  const text = `X = getattr(s, "X", "pkg.a.f")\nY = getattr(s, "Y", "${name}")\n`;
  const { project, mapping } = moveAll({ ...FILES, 'pkg/b.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  expect(edits.map((edit) => edit.text)).toEqual(['new.core.a']);
  expect(review).toHaveLength(listed);
});
