import { applyEdits } from '../../text/edits';
import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = { 'pkg.app': 'new.interface.app', 'pkg.views': 'new.views' };
const names = {
  oldRoots: ['pkg'],
  mapModule: (dotted: string) => MODULES[dotted] ?? null,
  mapPath: (path: string) => (path === 'pkg/data' ? 'src/new/data' : null),
  mapBelow: () => null,
  knows: (dotted: string) => dotted in MODULES,
  newSearchPath: null,
  distribution: { from: 'pkg-dist', to: 'new' },
  programs: new Set(),
} as unknown as MovedNames;

test.each([
  ['use = call:pkg.app:make', 'use = call:new.interface.app:make'],
  ['use = egg:pkg_dist#main', 'use = egg:new#main'],
  ['use: egg:Pkg-Dist', 'use: egg:new'],
  ['use = egg:other#main', 'use = egg:other#main'],
  ['use = config:pkg.ini', 'use = config:pkg.ini'],
  ['x.includes =\n    other_lib\n    pkg.views', 'x.includes =\n    other_lib\n    new.views'],
  ['files = pkg/data other/data', 'files = src/new/data other/data'],
  ['title = the pkg/data of it', 'title = the pkg/data of it'],
  ['title = other_lib and pkg.views', 'title = other_lib and pkg.views'],
])('an application of PasteDeploy: %j', (before, after) => {
  const text = (said: string) => `[app:main]\n${said}\n`;
  const { edits } = configReferences(
    configKindOf('conf/production.ini')!,
    text(before),
    names,
    'conf/production.ini',
  );
  expect(applyEdits(text(before), edits)).toBe(text(after));
});
