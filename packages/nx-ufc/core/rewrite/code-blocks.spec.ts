import { moveAll } from '../testing/moves';
import { applyEdits } from '../text/edits';
import { rewriteDocument } from './document';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': 'class X: ...\n',
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/core/sub/b.py',
};

function rewritten(path: string, text: string): string {
  const { project, mapping } = moveAll(FILES, MOVES);
  return applyEdits(text, rewriteDocument(project, mapping, path, text).edits);
}

test.each([
  ['two empty lines', 'So::\n\n\n  from ${a} import X\n\n\n  from ${b} import y\n\nEnd.\n'],
  [
    'import statements where the rest is no Python',
    'So::\n\n  from ${a} import X\n  x = [\n      ...\n      X,\n  ]\n',
  ],
  [
    'brackets over several lines where the rest is no Python',
    '.. code-block:: python\n\n  from ${a} import (\n      X,\n  )\n\n  x = [\n      ...\n      X,\n  ]\n',
  ],
  ['a language with a capital', '.. code-block:: Python\n\n  APPS = ["${b}", "${a}.X", "pkg"]\n'],
  ['settings that are not said to be Python', 'So::\n\n  APPS = [\n      "${b}", "${a}.X", "pkg"]\n\nEnd.\n'],
  ['names in texts where nothing is imported', '.. code:: python\n\n  APPS = ["${b}", "${a}.X", "pkg"]\n'],
])('a block of reStructuredText: %s', (_, template) => {
  const text = (a: string, b: string) => template.replace('${a}', a).replace('${b}', b).replace('${a}', a);
  const before = text('pkg.a', 'pkg.sub.b');
  const after = text('new.core.a', 'new.core.sub.b');
  expect(rewritten('docs/x.rst', before)).toBe(after);
  expect(rewritten('docs/x.rst', before.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
});

test('a fenced block of settings', () => {
  const text = (name: string) => `\`\`\`python\nAPPS = {\n    "x": ["${name}"],\n}\n\`\`\`\n`;
  expect(rewritten('README.md', text('pkg.a.X'))).toBe(text('new.core.a.X'));
});

test('a block that is not said to be Python and imports nothing', () => {
  const text = 'So::\n\n  APPS = ["pkg.sub.b"]\n\n  see from pkg.a, import it\n';
  expect(rewritten('docs/x.rst', text)).toBe(text);
});
