import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { FsTree } from '../testing/nx-tree';
import { workspaceFilesNaming } from './workspace-files';

/** Paths of the files that are read, for a package in a folder. */
function found(folder: string): string[] {
  const tree = createTreeWithEmptyWorkspace();
  const files = {
    Makefile: 'cd libs/models\n',
    'apps/a/requirements.txt': '-e ../../libs/models\n-e ../models\n',
    'apps/a/other.txt': 'libs/models\n',
    'apps/a/main.py': 'import acme_models\n',
    'apps/a/paths.py': 'P = ROOT / "libs" / "models"\n',
    'apps/a/rows.pkl': 'cacme_models.rows\nRow\n.',
    'apps/a/word.py': 'models = 1\n',
    'docs/use.md': 'See acme_models.\n',
    'docs/use.ipynb': '{"cells": ["import acme_models"]}\n',
    'ci.yml': 'on: models\n',
    'libs/models/setup.cfg': 'acme_models\n',
  };
  for (const [path, text] of Object.entries(files)) tree.write(path, text);
  return workspaceFilesNaming(tree, ['acme_models'], folder, [folder])
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ path }) => path);
}

test('files that name the package, or its folder from anywhere', () =>
  expect(found('libs/models')).toEqual([
    'Makefile',
    'apps/a/main.py',
    'apps/a/paths.py',
    'apps/a/requirements.txt',
    'apps/a/rows.pkl',
    'docs/use.ipynb',
    'docs/use.md',
  ]));

test('a folder at the top is looked for by its name alone, in files that can name it', () =>
  expect(found('elsewhere')).toEqual([
    'apps/a/main.py',
    'apps/a/rows.pkl',
    'docs/use.ipynb',
    'docs/use.md',
    'libs/models/setup.cfg',
  ]));

test('files that would fill the memory are left out', () => {
  const root = mkdtempSync(join(tmpdir(), 'nx-ufc-'));
  try {
    writeFileSync(join(root, 'small.json'), '"acme_models"');
    writeFileSync(join(root, 'large.json'), '"acme_models"');
    truncateSync(join(root, 'large.json'), 65 * 1024 * 1024);
    const files = workspaceFilesNaming(new FsTree(root, false), ['acme_models'], 'libs/models', []);
    expect(files.map(({ path }) => path)).toEqual(['small.json']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
