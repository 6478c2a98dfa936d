import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteDocument } from '../document';

test('what the application of documented routes is made with', () => {
  const text = (root: string) =>
    `.. autoflask:: ${root}.app:make('${root}.config')\n    :modules: ${root}.app\n    :order: path\n`;
  const files = {
    'pkg/__init__.py': '',
    'pkg/app.py': 'make = 1\n',
    'pkg/config.py': '',
    'docs/a.rst': text('pkg'),
  };
  const { project, mapping } = moveAll(files, {
    'pkg/__init__.py': 'src/new/__init__.py',
    'pkg/app.py': 'src/new/app.py',
    'pkg/config.py': 'src/new/config.py',
  });
  const { edits } = rewriteDocument(project, mapping, 'docs/a.rst', text('pkg'));
  expect(applyEdits(text('pkg'), edits)).toBe(text('new'));
});
