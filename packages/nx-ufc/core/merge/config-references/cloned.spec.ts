import { clonedFolders, leadsToClone } from './cloned';

const STEP = '    - uses: actions/checkout@v4\n      with:\n        path: pkg\n';

test.each([
  ['git clone https://example.org/a/pkg.git\ncd pkg', ['pkg']],
  ['git clone --depth 1 git@example.org:pkg.git && cd pkg', ['--depth', '1', 'pkg']],
  ['gh repo clone a/pkg work/', ['pkg', 'work']],
  ['cd pkg', []],
  [`${STEP}    - run: x\n`, ['pkg']],
  [
    '    - uses: actions/checkout@v4\n    - uses: actions/upload-artifact@v4\n      with:\n        path: pkg\n',
    [],
  ],
])('%j', (text, expected) => expect([...clonedFolders(text)]).toEqual(expected));

test.each([
  ['pkg', 'cd', true],
  ['./pkg/', 'cd', true],
  ['pkg', 'working-directory:', true],
  ['pkg', 'mypy', false],
  ['pkg/setup.py', '', true],
  ['pkg/a.py', '', false],
  ['other', 'cd', false],
])('%s behind %j', (text, previous, expected) => {
  const names = { mapPath: (path: string) => (/^pkg(\/a\.py)?$/.test(path) ? 'new' : null) };
  const word = { text, previous, start: 0, line: [] };
  expect(leadsToClone(word, new Set(['pkg']), names)).toBe(expected);
});
