import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkNeighbours } from './legacy-neighbours';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nx-ufc-neighbours-'));
  const files = [
    'pyproject.toml',
    'node_modules/x/y.js',
    'libs/core/a.py',
    'libs/partners/other/b.py',
    'libs/partners/shop/x.py',
    '.ufc/own/libs/partners/shop/x.py',
  ];
  for (const path of files) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), path);
  }
});
afterEach(() => rmSync(workspace, { recursive: true }));

const entries = (folder: string) => readdirSync(join(workspace, '.ufc/own', folder)).sort();

test('what lies around the package is there on every level, the package itself stays', () => {
  symlinkSync('nowhere', join(workspace, 'libs/lost'));
  linkNeighbours(workspace, '.ufc/own', 'libs/partners/shop');
  linkNeighbours(workspace, '.ufc/own', 'libs/partners/shop');
  expect(entries('')).toEqual(['libs', 'pyproject.toml']);
  expect(entries('libs')).toEqual(['core', 'partners']);
  expect(entries('libs/partners')).toEqual(['other', 'shop']);
  expect(readFileSync(join(workspace, '.ufc/own/libs/core/a.py'), 'utf8')).toBe('libs/core/a.py');
  const isLink = (path: string) => lstatSync(join(workspace, '.ufc/own', path)).isSymbolicLink();
  expect(['libs/core', 'libs/partners/other', 'libs/partners/shop', 'pyproject.toml'].map(isLink)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a folder that is gone with the package has no neighbours', () => {
  rmSync(join(workspace, 'libs'), { recursive: true });
  linkNeighbours(workspace, '.ufc/own', 'libs/partners/shop');
  expect(entries('libs')).toEqual(['partners']);
});
