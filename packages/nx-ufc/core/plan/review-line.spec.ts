import { reviewLine } from './review-line';

const item = { path: 'Dockerfile', line: 3, column: 1, rule: 'R', message: 'm' };

test.each([
  ['a', 'b', 'a → b'],
  ['', '\nENV A=1', 'add ENV A=1'],
  ['', 'x\r\ny\n', 'add x⏎y'],
])('a proposal is on one line: %j, %j', (before, after, expected) =>
  expect(reviewLine({ ...item, proposal: { before, after } })).toBe(
    `Dockerfile:3:1 R m — proposed: ${expected}`,
  ),
);
