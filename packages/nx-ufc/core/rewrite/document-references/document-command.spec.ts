import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteDocument } from '../document';

const FILES = { 'pkg/__init__.py': '', 'pkg/app.py': '', 'run.py': 'import pkg\n', 'two.py': 'import pkg\n' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/app.py': 'src/new/app.py',
  'run.py': 'src/new/run.py',
  'two.py': 'src/new/two.py',
};

test.each([
  ['gunicorn --bind 0.0.0.0:80 pkg.app:run', 'new.app'],
  ['celery worker -A pkg.app -l info', 'new.app'],
  ['gunicorn --bind 0.0.0.0:80 other.app and pkg.gone', ''],
])('a server that a document runs: %s', (text, expected) => {
  const { project, mapping } = moveAll({ ...FILES, 'docs/a.md': text }, MOVES);
  const { edits } = rewriteDocument(project, mapping, 'docs/a.md', text);
  expect(edits.map((edit) => edit.text).join(' ')).toBe(expected);
});

test.each([
  ['README.md', 'of pkg: `python run.py`, `python3 -u ./pkg/app.py x`', 'src/new/run.py src/new/app.py'],
  ['README.md', 'of pkg: `python made.py`, `run.py`', ''],
  ['README.md', 'of pkg: `python two.py`', ''],
  ['docs/a.md', 'of pkg: `python run.py`', ''],
])('programs that a document runs by their path: %s, %j', (path, text, expected) => {
  const { project, mapping } = moveAll({ ...FILES, 'other/two.py': '', [path]: text }, MOVES);
  const { edits } = rewriteDocument(project, mapping, path, text);
  expect(edits.map((edit) => edit.text).join(' ')).toBe(expected);
  expect(applyEdits(text, edits).length).toBeGreaterThanOrEqual(text.length);
});

test.each([
  ['$ APP_MONITOR=pkg.app.run run -m foo', 'new.app'],
  ['export MONITOR="pkg.app.run"', 'new.app'],
  ['export LOG=pkg.app\nexport A=pkg.app.gone\nB=pkg.app.run\n$ c=pkg.app.run\n', ''],
])('a variable that a document sets to what a module defines: %s', (text, expected) => {
  const files = { ...FILES, 'pkg/app.py': 'run = 1\n', 'docs/a.rst': text };
  const { project, mapping } = moveAll(files, MOVES);
  const { edits } = rewriteDocument(project, mapping, 'docs/a.rst', text);
  expect(edits.map((edit) => edit.text).join(' ')).toBe(expected);
});

test('an object of a module in code of a sentence', () => {
  const text = 'Set `"pkg.app:run"`in `x`, `pkg.app:run`, `pkg.gone:x`, "pkg.app:run".';
  const { project, mapping } = moveAll({ ...FILES, 'docs/a.md': text }, MOVES);
  const { edits } = rewriteDocument(project, mapping, 'docs/a.md', text);
  expect(applyEdits(text, edits)).toBe(
    'Set `"new.app:run"`in `x`, `new.app:run`, `pkg.gone:x`, "pkg.app:run".',
  );
});

test('a file that is called like a module is meant by its name', () => {
  const text = 'The ``pkg.app`` file, `pkg.app` and `pkg.app.run`.';
  const files = { ...FILES, 'pkg/app.py': 'run = 1\n', 'docs/a.rst': text };
  const after = (more: Record<string, string>) => {
    const { project, mapping } = moveAll({ ...files, ...more }, MOVES);
    return applyEdits(text, rewriteDocument(project, mapping, 'docs/a.rst', text).edits);
  };
  expect(after({ 'pkg.app': '' })).toBe('The ``pkg.app`` file, `pkg.app` and `new.app.run`.');
  expect(after({})).toBe('The ``new.app`` file, `new.app` and `new.app.run`.');
});
