import type { Expr } from '../python/ast';
import type { Place } from '../symbols/symbols';
import { decidedOnce } from './deciding';

const place = { namespace: { names: new Map(), stars: [] } } as unknown as Place;
const tests = Array.from({ length: 40 }, () => ({}) as Expr);

test('tests that all ask for one another are asked about as often as there are tests, for each question', () => {
  let calls = 0;
  const decide = decidedOnce((at, test) => {
    calls++;
    for (const other of tests) if (other !== test) decide(at, other);
    return null;
  });
  expect(decide(place, tests[0])).toBeNull();
  expect(calls).toBe(tests.length);
});

test('an answer is kept, one that was cut short is found anew by the next question', () => {
  const [first, second, third] = tests;
  let calls = 0;
  const decide = decidedOnce((at, test) => {
    calls++;
    if (test === first) return decide(at, second) ?? true;
    if (test === second) return decide(at, first);
    return decide(at, second);
  });
  expect(decide(place, first)).toBe(true);
  expect(calls).toBe(2);
  expect(decide(place, first)).toBe(true);
  expect(calls).toBe(2);
  expect(decide(place, third)).toBe(true);
  expect(decide(place, second)).toBe(true);
  expect(calls).toBe(4);
});

test('the same test in two places has two answers', () => {
  const other = { namespace: { names: new Map(), stars: [] } } as unknown as Place;
  const decide = decidedOnce((at) => at === place);
  expect([decide(place, tests[0]), decide(other, tests[0])]).toEqual([true, false]);
});
