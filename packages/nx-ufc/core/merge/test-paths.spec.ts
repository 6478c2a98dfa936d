import { findsFolder, matchesAny } from './test-paths';

test.each([
  [[], true],
  [['.'], true],
  [['./tests/'], true],
  [['t', 'tests/*'], true],
  [['te*s'], true],
  [['**/unit'], true],
  [['tests/units', 'tests/unit/a', 'test'], false],
  [['*.py', 'src'], false],
])('%j: %s', (testpaths, finds) => expect(findsFolder(testpaths, 'tests/unit')).toBe(finds));

test.each([
  ['tests', true],
  ['tests/*.py', true],
  ['test', false],
  ['t*', true],
  ['tests/unit', false],
])('is there %s: %s', (pattern, isThere) => expect(matchesAny(pattern, ['tests/test_a.py'])).toBe(isThere));
