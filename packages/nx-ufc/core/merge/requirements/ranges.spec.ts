import { satisfies } from '@renovatebot/pep440';
import fc from 'fast-check';
import { decideRange } from './decide';
import { poetryRange } from './poetry';
import { complement, contains, intersect, isInside, union } from './range';
import { readRequirement, requirementKey } from './requirement';
import { intersectSpecifiers, specifierRange } from './specifier';
import { compareKeys, readVersion } from './version';

const number = fc.integer({ min: 0, max: 3 });
const release = fc.array(number, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const version = fc
  .tuple(
    fc.constantFrom('', '', '', '1!'),
    release,
    fc.constantFrom('', '', '', 'a1', 'b2', 'rc1'),
    fc.constantFrom('', '', '', '.post1', '.post2'),
    fc.constantFrom('', '', '', '.dev1'),
  )
  .map((parts) => parts.join(''));
const clause = fc.oneof(
  fc.tuple(fc.constantFrom('>=', '<=', '<', '>', '==', '!='), version).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('==', '!='), release).map(([operator, text]) => `${operator}${text}.*`),
  fc.tuple(number, release).map(([major, text]) => `~=${major}.${text}`),
);
const specifier = fc.array(clause, { maxLength: 3 }).map((clauses) => clauses.join(','));

const admits = (text: string, candidate: string) =>
  contains(specifierRange(text)!, readVersion(candidate)!.key);

/** The library errs on epochs, post-releases and prefixes that are longer; `npm run test:merge` compares all with Python's packaging. */
const plainSpecifier = fc
  .array(fc.tuple(fc.constantFrom('>=', '<=', '<', '>', '==', '!=', '~=0.'), release), { maxLength: 3 })
  .map((clauses) => clauses.map((parts) => parts.join('')).join(','));
const plainVersion = fc
  .tuple(number, number, number, number, fc.constantFrom('', '', 'a1', 'rc1'))
  .map(([a, b, c, d, pre]) => `${a}.${b}.${c}.${d}${pre}`);

test('a specifier admits what the PEP 440 library says', () => {
  fc.assert(
    fc.property(plainSpecifier, plainVersion, (text, candidate) => {
      expect(admits(text, candidate)).toBe(satisfies(candidate, text, { prereleases: true }));
    }),
    { numRuns: 3000 },
  );
});

test('sets: union, complement, inside, intersection as text', () => {
  fc.assert(
    fc.property(specifier, specifier, version, (a, b, candidate) => {
      const [left, right] = [specifierRange(a)!, specifierRange(b)!];
      const [inLeft, inRight] = [admits(a, candidate), admits(b, candidate)];
      const { key } = readVersion(candidate)!;
      expect(contains(intersect(left, right), key)).toBe(inLeft && inRight);
      expect(contains(union(left, right), key)).toBe(inLeft || inRight);
      expect(contains(complement(left), key)).toBe(!inLeft);
      if (isInside(left, right) && inLeft) expect(inRight).toBe(true);
      const both = intersectSpecifiers(a, b)!;
      const range = specifierRange(both)!;
      expect(isInside(range, intersect(left, right)) && isInside(intersect(left, right), range)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('versions in order', () => {
  const order = [
    '1.dev1',
    '1a1.dev1',
    '1a1',
    '1a1.post1',
    '1b1',
    '1rc1',
    '1',
    '1.post1.dev1',
    '1.post1',
    '1.0.1',
    '1.1',
    '1!0',
  ];
  const keys = order.map((text) => readVersion(text)!.key);
  for (let i = 1; i < keys.length; i++) expect(compareKeys(keys[i - 1], keys[i])).toBeLessThan(0);
  expect(compareKeys(readVersion('1.0')!.key, readVersion('1')!.key)).toBe(0);
});

test.each([
  ['^1.2', '>=1.2,<2'],
  ['^0.2.3', '>=0.2.3,<0.3'],
  ['^0.0.3', '>=0.0.3,<0.0.4'],
  ['^0', '>=0,<1'],
  ['~1.2.3', '>=1.2.3,<1.3'],
  ['~1', '>=1,<2'],
  ['1.2.*', '==1.2.*'],
  ['1.2.3', '==1.2.3'],
  ['*', ''],
  ['>=1.0 <2.0', '>=1.0,<2.0'],
  ['~=1.4.2', '>=1.4.2,==1.4.*'],
])('Poetry: %s is %s', (constraint, pep440) => {
  const [left, right] = [poetryRange(constraint)!, specifierRange(pep440)!];
  expect(isInside(left, right) && isInside(right, left)).toBe(true);
});

test('either of two constraints', () => {
  const range = poetryRange('^1.0 || ^3.0')!;
  const has = (text: string) => contains(range, readVersion(text)!.key);
  expect([has('1.5'), has('2.0'), has('3.1')]).toEqual([true, false, true]);
});

test.each([
  ['>=2.6,<3', '>=2.5', 'keep'],
  ['', '>=2.5', 'overlap'],
  ['>=1', '>=2.5', 'overlap'],
  ['<2', '>=2.5', 'disjoint'],
  ['>=2.5rc1', '>=2.5', 'overlap'],
  ['===2.5-odd', '>=2.5', 'unknown'],
])('%s against %s: %s', (user, template, decision) =>
  expect(decideRange(specifierRange(user), specifierRange(template))).toBe(decision),
);

test('requirements in parts', () => {
  expect(readRequirement("Py_YAML [Foo, bar] >= 6 , < 7 ; python_version < '3.9'")).toMatchObject({
    name: 'py-yaml',
    extras: ['bar', 'foo'],
    specifier: '>= 6 , < 7',
    marker: 'python_version<"3.9"',
  });
  expect(readRequirement('x @ https://h/x.whl ; os_name == "nt"')).toMatchObject({
    url: 'https://h/x.whl',
    marker: 'os_name=="nt"',
  });
  expect(requirementKey(readRequirement('a;b=="1"')!)).toBe('a;b=="1"');
  expect(readRequirement('-r other.txt')).toBeNull();
  expect(readRequirement('two words')).toBeNull();
});
