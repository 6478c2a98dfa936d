import { applyEdits } from '../../text/edits';
import { buildout } from './buildout';
import { configKindOf } from './index';
import type { MovedNames } from './kind';

const names: MovedNames = {
  oldRoots: ['zoo.pkg'],
  mapModule: (dotted) => (dotted === 'zoo.pkg' ? 'au_zoo_pkg' : null),
  mapPath: () => null,
  knows: () => false,
  packageAt: () => null,
  mapBelow: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'zoo-pkg', to: 'au_zoo_pkg' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};

const HEAD = '[buildout]\ndevelop = .\nparts = test\n\n[test]\nrecipe = zc.recipe.testrunner\n';

test.each([
  ['eggs = zoo.pkg [zcml]\n', 'eggs = au_zoo_pkg [zcml]\n'],
  [
    'eggs =\n    other\n    zoo.pkg[test]\n\tZoo-Pkg>=1\nname = zoo.pkg\n',
    'eggs =\n    other\n    au_zoo_pkg[test]\n\tau_zoo_pkg>=1\nname = zoo.pkg\n',
  ],
  ['test-eggs += zoo.pkg\n', 'test-eggs += au_zoo_pkg\n'],
  ['eggs = zoo.pkg.more\n  zoo\n  ${test:eggs}\n# zoo.pkg\n', null],
])('the distribution that a buildout makes: %j', (text, expected) => {
  expect(configKindOf('buildout.cfg')).toBe(buildout);
  const { edits, doubts } = buildout.find(HEAD + text, names, 'buildout.cfg');
  expect(applyEdits(HEAD + text, edits)).toBe(HEAD + (expected ?? text));
  expect(doubts).toEqual([]);
});

test('one that comes from an index is proposed', () => {
  const text = '[buildout]\ndevelop = ../x\n[test]\neggs = zoo.pkg\n';
  const { edits, doubts } = buildout.find(text, names, 'buildout.cfg');
  expect(edits).toEqual([]);
  expect(applyEdits(text, doubts)).toBe(text.replace('eggs = zoo.pkg', 'eggs = au_zoo_pkg'));
});
