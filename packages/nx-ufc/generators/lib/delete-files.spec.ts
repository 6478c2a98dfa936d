import type { Tree } from '@nx/devkit';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { flushChanges, FsTree } from '../testing/nx-tree';
import { deleteFiles } from './delete-files';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-delete-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
}

/** What Nx is told to delete. */
function deleted(files: string[], change: (tree: Tree) => void = () => undefined): string[] {
  const tree = new FsTree(root, false);
  change(tree);
  deleteFiles(tree, 'legacy', files);
  const changes = tree.listChanges();
  flushChanges(root, changes);
  return changes.flatMap(({ path, type }) => (type === 'DELETE' ? [path] : [])).sort();
}

it('deletes a folder as one when nothing else is in it', () => {
  put('legacy/a.py', 'legacy/sub/b.py', 'legacy/sub/deep/c.py', 'other.py');
  expect(deleted(['legacy/a.py', 'legacy/sub/b.py', 'legacy/sub/deep/c.py'])).toEqual(['legacy']);
  expect(existsSync(join(root, 'other.py'))).toBe(true);
});

it('keeps what is not to go, and the folders around it', () => {
  put('legacy/a.py', 'legacy/.env', 'legacy/sub/b.py', 'legacy/sub/c.py', 'legacy/gone/d.py');
  expect(deleted(['legacy/a.py', 'legacy/sub/b.py', 'legacy/gone/d.py'])).toEqual([
    'legacy/a.py',
    'legacy/gone',
    'legacy/sub/b.py',
  ]);
  expect(existsSync(join(root, 'legacy/.env'))).toBe(true);
  expect(existsSync(join(root, 'legacy/sub/c.py'))).toBe(true);
});

it('takes what tools left along', () => {
  put('legacy/a.py', 'legacy/__pycache__/a.cpython-311.pyc', 'other.py');
  expect(deleted(['legacy/a.py'])).toEqual(['legacy']);
});

it('does not delete what the tree writes below the folder', () => {
  put('legacy/sub/a.py', 'other.py');
  const paths = deleted(['legacy/sub/a.py'], (tree) => tree.write('legacy/sub/new.py', 'new'));
  expect(paths).toEqual(['legacy/sub/a.py']);
  expect(existsSync(join(root, 'legacy/sub/new.py'))).toBe(true);
});
