import { clonedFolders } from './cloned';

test.each([
  ['git clone https://example.org/a/pkg.git\ncd pkg', ['pkg']],
  ['git clone --depth 1 git@example.org:pkg.git && cd pkg', ['--depth', '1', 'pkg']],
  ['gh repo clone a/pkg work/', ['pkg', 'work']],
  ['cd pkg', []],
])('%j', (text, expected) => expect([...clonedFolders(text)]).toEqual(expected));
