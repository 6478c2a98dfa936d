import type { FileChange, GeneratorCallback, Tree } from '@nx/devkit';
import { dirname, resolve } from 'node:path';

/** Nx's own tree and flush, on a real folder: what writes the files between a generator and its callback. */
export const { FsTree, flushChanges } = require(
  resolve(dirname(require.resolve('nx/package.json')), 'dist/src/generators/tree.js'),
) as {
  FsTree: new (root: string, verbose: boolean) => Tree;
  flushChanges: (root: string, changes: FileChange[]) => void;
};

/** What `nx g` does: run, flush, call back. @returns the paths that changed */
export async function generate(
  root: string,
  run: (tree: Tree) => Promise<GeneratorCallback | void>,
): Promise<string[]> {
  const tree = new FsTree(root, false);
  const callback = await run(tree);
  const changes = tree.listChanges();
  flushChanges(root, changes);
  await callback?.();
  return changes.map(({ path }) => path);
}
