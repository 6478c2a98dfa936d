import fc from 'fast-check';
import { changedLines } from './changed-lines';
import { applyEdits } from './edits';

test('only what differs is an edit', () =>
  expect(changedLines('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([
    { start: 2, end: 4, text: 'x\n' },
    { start: 6, end: 6, text: 'd\n' },
  ]));

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '😀'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('the edits make the one text of the other', () =>
  fc.assert(
    fc.property(text, text, (before, after) => applyEdits(before, changedLines(before, after)) === after),
  ));
