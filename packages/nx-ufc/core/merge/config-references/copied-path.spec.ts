import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const names = {
  oldRoots: ['pkg'],
  mapModule: () => null,
  mapPath: (path: string) => (/^pkg\b/.test(path) ? path.replace('pkg', 'src/new') : null),
  mapBelow: () => null,
  knows: () => false,
  newSearchPath: null,
  isThere: (pattern: string) => pattern.startsWith('docs/'),
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
} as unknown as MovedNames;

test.each([
  ['cp ./build/out/pkg/api/x* ./build/', ['new/api/x']],
  ['rm build/pkg/api/x.py', ['new/api/x.py']],
  ['cp docs/pkg/api/x.py .', []],
  ['rm build/pkg', []],
  ['pull images/pkg/api', []],
])('what was copied: %s', (command, expected) => {
  const { doubts } = configReferences(configKindOf('run.sh')!, `${command}\n`, names, 'run.sh');
  expect(doubts.map((edit) => edit.text)).toEqual(expected);
});
