import { moveAll } from '../testing/moves';
import { applyEdits } from '../text/edits';
import { rewriteDocument } from './document';

const FILES = {
  'pkg/__init__.py': 'from .a import f\nfrom . import a\n',
  'pkg/a.py': 'def f(): ...\n',
};
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

function documented(text: string, path = 'README.rst'): string {
  const { project, mapping } = moveAll(FILES, MOVES);
  return applyEdits(text, rewriteDocument(project, mapping, path, text).edits);
}

const block = (code: string) => `.. code-block:: python\n\n    ${code.replaceAll('\n', '\n    ')}\n\n`;

test.each([
  ['pkg.f()', 'new.f()'],
  ['x = 1\n\n@pkg.f\ndef g():\n    pkg.a.f()', 'x = 1\n\n@new.f\ndef g():\n    new.core.a.f()'],
  ['import os\npkg.f(os)', 'import os\nnew.f(os)'],
  ['def g(pkg):\n    pkg.f()', 'def g(pkg):\n    pkg.f()'],
  ['x.pkg.f()\npkg_f()', 'x.pkg.f()\npkg_f()'],
])('a block goes on from the import of another one: %j', (before, after) => {
  expect(documented(block(before) + block('import pkg'))).toBe(block(after) + block('import new'));
  expect(documented(block('import sys, pkg') + block(before))).toBe(block('import sys, new') + block(after));
  expect(documented(block(before))).toBe(block(before));
});

test.each(['from pkg import pkg', 'import x as pkg', 'import pkg\n\npkg: X = make()', 'for pkg in x: ...'])(
  'not where the text calls something else so: %j',
  (other) => {
    const text = block('pkg.f()') + block(other);
    expect(documented(`${text}>>> import pkg\n`)).toContain('    pkg.f()');
  },
);

test('nor does a block of another language', () => {
  const text = (name: string, module: string) =>
    `::\n\n    pkg --help\n\n::\n\n    pkg.cfg\n\n::\n\n    ${name}.f(1)\n\n${block(`import ${module}`)}`;
  expect(documented(text('pkg', 'pkg'))).toBe(text('new', 'new'));
  const fenced = (name: string) => `\`\`\`python\nimport ${name}\n\`\`\`\n\n\`\`\`sh\npkg.f(1)\n\`\`\`\n`;
  expect(documented(fenced('pkg'), 'README.md')).toBe(fenced('new'));
});
