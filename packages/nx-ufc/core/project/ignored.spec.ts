import { ignoredFile, ignoredFolder } from './ignored';

test.each<[string, string[], string | null]>([
  ['.git', [], 'version control'],
  ['a/__pycache__', [], 'cache'],
  ['.venv', [], 'installed packages'],
  ['venv', ['bin', 'lib'], 'installed packages'],
  ['src/hatch/venv', ['__init__.py', 'core.py'], null],
  ['tests/env', ['bin', 'pyvenv.cfg'], 'virtual environment'],
  ['conda', ['bin', 'conda-meta'], 'virtual environment'],
  ['tests/fixtures/lib/python3.7/site-packages', ['cleo-0.7.6.dist-info'], null],
  ['build', ['lib'], 'build output'],
  ['build', ['__init__.py'], null],
  ['src/build', ['x.py'], null],
  ['src', ['x.py'], null],
])('is the folder %s with %j left out?', (path, children, reason) =>
  expect(ignoredFolder(path, children)).toBe(reason),
);

test.each([
  ['a/b.pyc', 'compiled code'],
  ['.coverage', 'made by a tool'],
  ['a/b.py', null],
])('is the file %s left out?', (path, reason) => expect(ignoredFile(path)).toBe(reason));
