import { applyEdits } from '../../text/edits';
import type { MovedNames } from './kind';
import { nativeSource } from './native-source';

const MODULES: Record<string, string> = {
  pkg: 'new',
  'pkg.sub': 'new.core.sub',
  'pkg.sub.one': 'new.core.sub.one',
  'pkg.sub.two': 'new.interface.two',
};
const names: MovedNames = {
  oldRoots: ['pkg'],
  mapModule: (dotted) => MODULES[dotted] ?? null,
  mapPath: () => null,
  knows: (dotted) => dotted in MODULES,
  packageAt: () => null,
  mapBelow: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};
const CALL = 'm = PyImport_ImportModule("pkg.sub." NAME);\n';

test.each([
  ['#define NAME "one"\n', 'new.core.sub', null],
  ['# define NAME "two"\n', 'new.interface', null],
  ['', null, 'new.core.sub'],
  ['#define NAME "gone"\n', null, 'new.core.sub'],
  ['#if X\n#define NAME "one"\n#else\n#define NAME "two"\n#endif\n', null, 'new.core.sub'],
])('a name that a macro ends: %j', (head, certain, proposed) => {
  const text = head + CALL;
  const { edits, doubts } = nativeSource.find(text, names, 'pkg/x.c');
  expect(applyEdits(text, edits)).toBe(text.replace('pkg.sub', certain ?? 'pkg.sub'));
  expect(applyEdits(text, doubts)).toBe(text.replace('pkg.sub', proposed ?? 'pkg.sub'));
});

test('what no name follows is left alone', () => {
  const text = 'a = "pkg.sub.";\nb = f("pkg.sub.", NAME);\nc = "other.sub." NAME;\n';
  expect(nativeSource.find(text, names, 'pkg/x.c')).toEqual({ edits: [], doubts: [] });
});
