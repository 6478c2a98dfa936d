import { findsFolder } from './test-paths';

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
