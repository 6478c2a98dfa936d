import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const names = {
  oldRoots: ['pkg', 'app'],
  mapModule: () => null,
  mapPath: (path: string) => (path === 'pkg' || path === 'app' ? `src/new/${path}` : null),
  mapBelow: () => null,
  knows: () => false,
  newSearchPath: null,
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
} as unknown as MovedNames;

test.each([
  ['- id: black\n  args: ["pkg", "app", "--line-length=79"]\n', ['src/new/pkg']],
  ['- id: black\n  args: [--check, app]\n', ['src/new/app']],
  ['- id: black\n  args:\n    - --check\n    - pkg\n', ['src/new/pkg']],
  ['- id: black\n  args: [--config=app, other]\n', []],
  ['- id: pkg\n  name: pkg\n', []],
])('what a hook is given: %j', (text, expected) => {
  const path = '.pre-commit-config.yaml';
  const { doubts } = configReferences(configKindOf(path)!, text, names, path);
  expect(doubts.map((edit) => edit.text)).toEqual(expected);
});
