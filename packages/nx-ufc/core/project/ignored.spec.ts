import { ignoredFile, ignoredFolder } from './ignored';

test.each([
  ['.git', false, 'version control'],
  ['a/__pycache__', false, 'cache'],
  ['.venv', false, 'installed packages'],
  ['venv', false, 'installed packages'],
  ['src/hatch/venv', true, null],
  ['build', false, 'build output'],
  ['build', true, null],
  ['src/build', false, null],
  ['src', false, null],
])('is the folder %s, a package: %s, left out?', (path, isPackage, reason) =>
  expect(ignoredFolder(path, isPackage)).toBe(reason),
);

test.each([
  ['a/b.pyc', 'compiled code'],
  ['.coverage', 'made by a tool'],
  ['a/b.py', null],
])('is the file %s left out?', (path, reason) => expect(ignoredFile(path)).toBe(reason));
