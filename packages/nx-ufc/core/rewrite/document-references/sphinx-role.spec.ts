import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteDocument } from '../document';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

function rewritten(text: string): string {
  const { project, mapping } = moveAll({ ...FILES, 'docs/x.rst': text }, MOVES);
  return applyEdits(text, rewriteDocument(project, mapping, 'docs/x.rst', text).edits);
}

test.each([
  [
    ':class:`pkg.a.X`, :paramref:`~pkg.a.X.limit`\n',
    ':class:`new.core.a.X`, :paramref:`~new.core.a.X.limit`\n',
  ],
  [
    '.. function:: f()\n\n   :raises pkg.a.X: so\n   :rtype: pkg.a.X\n',
    '.. function:: f()\n\n   :raises new.core.a.X: so\n   :rtype: new.core.a.X\n',
  ],
])('what documentation links to: %j', (before, after) => expect(rewritten(before)).toBe(after));

test.each([
  ':code:`pkg.a.X`\n',
  ':doc:`pkg.a.X`\n',
  ':paramref:`pkg.gone.X`\n',
  '   :raises pkg.a.Gone: so\n',
])('what is no object of Python, or not there: %j', (text) => expect(rewritten(text)).toBe(text));
