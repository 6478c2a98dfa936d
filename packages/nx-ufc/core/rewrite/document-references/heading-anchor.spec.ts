import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteDocument } from '../document';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': 'X = 1\n',
  'docs/page.md': '# Page\n\n## Using `pkg.a` and more\n\n## The pkg.a\n',
};
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

test.each([
  ['[x](page.md#using-pkga-and-more)\n', '[x](page.md#using-newcorea-and-more)\n'],
  ['## `pkg.a.X`\n\n[x](#pkgax)\n', '## `new.core.a.X`\n\n[x](#newcoreax)\n'],
  ['[x](page.md#the-pkga), [x](page.md#none), [x](gone.md#using-pkga-and-more)\n', null],
])('a link to a heading that names a module: %j', (before, after) => {
  const { project, mapping } = moveAll(FILES, MOVES);
  const { edits } = rewriteDocument(project, mapping, 'docs/index.md', before);
  expect(applyEdits(before, edits)).toBe(after ?? before);
});
