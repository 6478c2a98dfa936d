import { moved } from '../testing/moves';

const IMPORT = 'from importlib.metadata import version\n';
const rewritten = (text: string, target: string) =>
  moved({ 'pkg.py': text }, { 'pkg.py': target })['pkg.py'] ?? text;

test.each([
  ['V = version(__name__)\n', 'V = version("new")\n'],
  ['NAME = __name__\nV = version(NAME)\n', 'NAME = __name__\nV = version("new")\n'],
  [
    'NAME = "pkg" if __name__ == "__main__" else __name__\nV = version(NAME)\n',
    'NAME = "pkg" if __name__ == "__main__" else __name__\nV = version("new")\n',
  ],
])('the distribution that a module was: %j', (before, after) =>
  expect(rewritten(IMPORT + before, 'src/new/core/pkg.py')).toBe(IMPORT + after),
);

test.each([
  ['what is no question for metadata', 'V = check(__name__)\n'],
  ['a name that is assigned twice', 'NAME = __name__\nNAME = "other"\nV = version(NAME)\n'],
  ['the name of a program', 'NAME = "other" if __name__ == "__main__" else __name__\nV = version(NAME)\n'],
])('%s stays', (_what, text) => expect(rewritten(IMPORT + text, 'src/new/core/pkg.py')).toBe(IMPORT + text));

test('the package at the top has the name of the new one', () =>
  expect(rewritten(`${IMPORT}V = version(__name__)\n`, 'src/new/__init__.py')).not.toContain('"new"'));
