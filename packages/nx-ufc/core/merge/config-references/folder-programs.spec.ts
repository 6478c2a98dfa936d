import { takesFolders } from './folder-programs';
import { wordsOf } from './line-words';

test.each([
  ['flake8 pkg', true],
  ['grep -rn -A 3 pattern pkg', true],
  ['cd x && pytest pkg', true],
  ['find . | xargs cp pkg', true],
  ['ps aux | grep -v pkg', false],
  ['docker exec x ps | grep -A 3 pkg', false],
  ['ls && pkg', false],
  ['cat file; pkg', false],
  ['pip install pkg', false],
])('the last word of %j is a folder: %s', (command, expected) =>
  expect(takesFolders([...wordsOf(command)].at(-1)!.line.slice(0, -1))).toBe(expected),
);
