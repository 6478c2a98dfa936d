import { whyLacking } from './lacking';

const declared = (name: string, group: string) => ({
  name,
  requirement: name,
  group,
  file: 'pyproject.toml',
});

test.each([
  ['tabulate', 'it needs "tabulate", which is declared for all, cli alone'],
  ['odf.table', 'it needs "odf.table", which is declared for ods alone'],
  ['winreg', 'it needs "winreg" of the standard library, which is not in this one'],
  ['attr', 'it needs "attr", which the distribution does not declare'],
])('why %s is not there', (missing, words) => {
  const dependencies = [
    declared('tabulate', 'cli'),
    declared('tabulate', 'all'),
    declared('odfpy', 'ods'),
    declared('attrs', 'main'),
  ];
  expect(whyLacking(missing, { dependencies })).toBe(words);
});
