import { mappedBraces } from './braces';
import { movedPattern } from './path-pattern';

const PATHS: Record<string, string> = {
  pkg: 'src/new',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/models': 'src/new/core/models',
  'pkg/cli': 'src/new/interface/cli',
  'lib/pkg/a.py': 'lib/new/core/a.py',
  'docs/x.md': 'docs/x.md',
};
const moves = {
  oldRoots: ['pkg'],
  mapPath: (path: string) => PATHS[path] ?? null,
  mapModule: (dotted: string) =>
    PATHS[`${dotted.replaceAll('.', '/')}.py`]?.slice(4, -3).replaceAll('/', '.') ??
    PATHS[dotted.replaceAll('.', '/')]?.slice(4).replaceAll('/', '.') ??
    null,
};

test.each([
  ['*/pkg/a.py', '*/new/core/a.py'],
  ['**/pkg/models/*', '**/new/core/models/*'],
  ['*/site-packages/pkg', '*/site-packages/new'],
  ['.tox/*/lib/python*/site-packages/pkg/a.py', '.tox/*/lib/python*/site-packages/new/core/a.py'],
  ['*/pkg/*', '*/new/*'],
  ['*/lib/pkg/a.py', '*/lib/new/core/a.py'],
  ['*/Pkg/pkg', '*/Pkg/src/new'],
  ['*/pkg/lib/pkg/a.py', '*/pkg/lib/new/core/a.py'],
  ['!pkg/a.py', '!src/new/core/a.py'],
  ['!./pkg/models/**', '!./src/new/core/models/**'],
  ['pkg/**/main.py', 'src/new/**/main.py'],
  ['^pkg/models/.*$', '^src/new/core/models/.*$'],
  ['pkg/a\\.py$', 'src/new/core/a\\.py$'],
  ['^pkg/(models|cli)/.*$', '^src/new/(core/models|interface/cli)/.*$'],
  ['^(pkg/a\\.py|docs|pkg/models/)', '^(src/new/core/a\\.py|docs|src/new/core/models/)'],
])('a pattern of paths: %s', (before, after) => expect(movedPattern(before, moves)).toBe(after));

test.each([
  '*/other/a.py',
  '*/a.py',
  'docs/x.md',
  'https://host.org/pkg/a.py',
  'other/pkg/a.py',
  'pkg',
  '^pkg$',
  'x-pkg/models/',
  '*/pkg/gone.txt/x',
  '*/other/pkg/a.py',
])('what names nothing that moved: %s', (text) => expect(movedPattern(text, moves)).toBeNull());

test('any folder outside of the project may be called like its package', () => {
  const outside = { ...moves, mapSearchPath: () => null };
  expect(movedPattern('**/pkg', outside)).toBeNull();
  expect(movedPattern('*/site-packages/pkg', outside)).toBe('*/site-packages/new');
});

const through = (text: string) => mappedBraces(text, (one) => movedPattern(one, moves));

test.each([
  ['pkg/{cli,models}/**', 'src/new/{interface/cli,core/models}/**'],
  ['{pkg/a,docs/x}.py', '{src/new/core/a,docs/x}.py'],
  ['pkg/models/{a,b}.py', 'src/new/core/models/{a,b}.py'],
  ['{docs/x.md,pkg/a.py}', '{docs/x.md,src/new/core/a.py}'],
])('alternatives in braces: %s', (before, after) => {
  const folders = (one: string) =>
    movedPattern(one, moves) ??
    (one.startsWith('pkg/models/') ? one.replace('pkg/models', 'src/new/core/models') : null);
  expect(mappedBraces(before, folders)).toBe(after);
});

test.each(['pkg/a.py', '{docs,other}/x', 'pkg/{models}/x', '{a,{b,c}}'])('no such alternatives: %s', (text) =>
  expect(through(text)).toBeNull(),
);
