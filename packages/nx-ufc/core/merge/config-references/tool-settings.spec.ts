import { applyEdits } from '../../text/edits';
import type { MovedNames } from './kind';
import { toolSettings } from './tool-settings';

const MODULES: Record<string, string> = { pkg: 'new', 'pkg.a': 'new.core.a' };
const names = {
  oldRoots: ['pkg'],
  mapModule: (dotted: string) => MODULES[dotted] ?? null,
  mapPath: () => null,
  newSearchPath: null,
  testsFolder: null,
  mapBelow: (path: string) => (path.startsWith('pkg/docs/') ? path.replace('pkg/', 'src/new/') : null),
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
  packageAt: () => null,
  isInImage: false,
  reachesProject: () => false,
  knows: () => false,
} as unknown as MovedNames;

test.each([
  [
    `python -c 'import pkg.a; run(["pkg", "-x"]); print("pkg is")'\n  pytest --cov pkg`,
    `python -c 'import new.core.a; run(["pkg", "-x"]); print("pkg is")'\n  pytest --cov new`,
  ],
  [`python -c 'import pkg.a; print(pkg.a/2)'`, `python -c 'import new.core.a; print(new.core.a/2)'`],
])('a program among commands: %j', (before, after) => {
  const text = (commands: string) => `[testenv]\ncommands =\n  ${commands}\n`;
  const { edits } = toolSettings.find(text(before), names, 'tox.ini');
  expect(applyEdits(text(before), edits)).toBe(text(after));
});

test('what such a program imports by a statement that must be another one is proposed', () => {
  const { edits, doubts } = toolSettings.find(
    "[testenv]\ncommands = python -c 'from pkg import a'\n",
    names,
    'tox.ini',
  );
  expect([edits, doubts.map(({ text }) => text)]).toEqual([[], ['new']]);
});

test.each([
  ['tox.ini', '[testenv]\ndescription = tests of pkg\n[pytest]\nmarkers =\n  pkg: what pkg does\n'],
  ['tox.toml', 'env.a.description = "tests of pkg"\n'],
  ['pytest.toml', 'pytest.markers = ["pkg: what pkg does"]\n'],
])('texts for people in %s', (path, text) => expect(toolSettings.find(text, names, path).edits).toEqual([]));

test('what something makes below a folder that moved is proposed', () => {
  const text =
    '[metadata]\nfiles = pkg/docs/x\n[testenv:docs]\ndescription = to pkg/docs/y\n# pkg/docs/z\ncommands = sphinx-build a pkg/docs/made\n';
  const { edits, doubts } = toolSettings.find(text, names, 'tox.ini');
  expect([edits, doubts.map((edit) => edit.text)]).toEqual([[], ['src/new/docs/made']]);
});

const placed = { ...names, mapPath: (path: string) => (path === 'pkg' ? 'src/new' : null) } as MovedNames;

test('what is made there is not in doubt where a pattern begins so', () => {
  const text = '[run]\nomit = pkg/docs*,pkg/docs/*\n';
  const below = { ...placed, mapPath: (path: string) => (path === 'pkg/docs' ? 'src/new/docs' : null) };
  const { edits, doubts } = toolSettings.find(text, { ...below, mapBelow: below.mapPath }, '.coveragerc');
  expect([edits.map((edit) => edit.text), doubts]).toEqual([['src/new/docs*,src/new/docs/*'], []]);
});

test('the package that a script is given is proposed', () => {
  const text = '[testenv]\ncommands = python tools/clean.py pkg\n  python manage.py test pkg\n';
  const { edits, doubts } = toolSettings.find(text, placed, 'tox.ini');
  expect(edits.map((edit) => edit.text)).toEqual(['python tools/clean.py pkg\n  python manage.py test new']);
  expect(doubts.map((edit) => edit.text)).toEqual(['src/new']);
});
