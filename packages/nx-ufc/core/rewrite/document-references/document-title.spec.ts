import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteDocument } from '../document';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a_b.py': 'src/new/core/a_b.py' };

function rewritten(path: string, text: string): string {
  const { project, mapping } = moveAll(
    { 'pkg/__init__.py': '', 'pkg/a_b.py': 'X = 1\n', [path]: text },
    MOVES,
  );
  return applyEdits(text, rewriteDocument(project, mapping, path, text).edits);
}

test.each([
  ['pkg.a\\_b module\n================\n', 'new.core.a\\_b module\n====================\n'],
  ['X.\n\npkg.a_b\n-------\n\nY.\n', 'X.\n\nnew.core.a_b\n------------\n\nY.\n'],
  ['=======\npkg.a_b\n=======\n', '============\nnew.core.a_b\n============\n'],
  ['pkg.a_b\n--------------------\n', 'new.core.a_b\n--------------------\n'],
])('the title %j', (before, after) => expect(rewritten('docs/x.rst', before)).toBe(after));

test.each([
  ['docs/x.md', 'pkg.a_b\n-------\n'],
  ['docs/x.rst', 'pkg.a_b is\n----------\n'],
  ['docs/x.rst', 'pkg.a_b.X\n---------\n'],
  ['docs/x.rst', 'pkg.gone\n--------\n'],
  ['CHANGES.rst', 'pkg.a_b\n-------\n'],
])('no title: %s %j', (path, text) => expect(rewritten(path, text)).toBe(text));
