import { columnAt, lineNumberAt, lineStart } from './lines';

test.each([
  ['', 0, 1, 1],
  ['\nab', 0, 1, 1],
  ['\nab', 1, 2, 1],
  ['\nab', 2, 2, 2],
  ['ab\r\ncd\n', 5, 2, 2],
  ['ab\n\n', 3, 2, 1],
  ['ab\n\n', 4, 3, 1],
])('%j at %i', (text, offset, line, column) => {
  expect([lineNumberAt(text, offset), columnAt(text, offset)]).toEqual([line, column]);
  expect(text.slice(lineStart(text, offset), offset)).not.toContain('\n');
});
