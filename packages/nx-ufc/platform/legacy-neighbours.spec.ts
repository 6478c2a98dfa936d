import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { treeOf } from '../core/testing/project';
import { linkNeighbours } from './legacy-neighbours';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nx-ufc-neighbours-'));
  for (const path of ['libs/core/a.py', 'libs/partners/other/b.py', 'own/libs/partners/shop/x.py']) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), path);
  }
});
afterEach(() => rmSync(workspace, { recursive: true }));

test('what packaging names beside the package is linked; what is not there, or lies outside, is not', () => {
  const text =
    '[tool.uv.sources]\ncore = { path = "../../core" }\ngone = { path = "../gone" }\nout = { path = "../../../../out" }\n';
  const tree = treeOf({
    'pyproject.toml': text,
    'requirements/dev.txt': '-e ../../other\n-r ../base.txt\n',
    'notes.md': '../../core/a.py',
  });
  linkNeighbours(workspace, 'own', 'libs/partners/shop', tree);
  linkNeighbours(workspace, 'own', 'libs/partners/shop', tree);
  expect(readFileSync(join(workspace, 'own/libs/core/a.py'), 'utf8')).toBe('libs/core/a.py');
  expect(lstatSync(join(workspace, 'own/libs/partners/other')).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(workspace, 'own/libs/partners')).sort()).toEqual(['other', 'shop']);
  expect(readdirSync(join(workspace, 'own/libs'))).toEqual(['core', 'partners']);
});
