import { applicationModes } from '../merge/pyproject/packaged';
import { plainData } from '../merge/toml/plain';
import { table } from '../metadata/toml-values';
import { textAt } from '../metadata/tree-text';
import type { SourceTree } from './types';

interface Packing {
  isVirtual: boolean;
  /** It is said in so many words. */
  isSaid: boolean;
}

const known = new WeakMap<SourceTree, Packing>();

/**
 * Does pyproject.toml only list what an application needs, so that its package manager does not install the application itself and it runs from its folder?
 * Without `[build-system]` uv and pdm install what it needs alone (https://docs.astral.sh/uv/concepts/projects/config/#build-systems), so does
 * Poetry without its package mode (https://python-poetry.org/docs/basic-usage/#operating-modes).
 */
export function isVirtual(tree: SourceTree): boolean {
  return packingOf(tree).isVirtual;
}

/** Is that said in so many words, or in the lock file of uv? pip installs what has no `[build-system]` all the same. */
export function isApplication(tree: SourceTree): boolean {
  const packing = packingOf(tree);
  return packing.isVirtual && packing.isSaid;
}

function packingOf(tree: SourceTree): Packing {
  let packing = known.get(tree);
  if (!packing) known.set(tree, (packing = readPacking(tree)));
  return packing;
}

function readPacking(tree: SourceTree): Packing {
  const text = textAt(tree, 'pyproject.toml');
  if (text === null || textAt(tree, 'setup.py') !== null) return { isVirtual: false, isSaid: false };
  const data = plainData(text);
  const isOff = applicationModes(data).length > 0;
  const isLocked = () => /^source = \{ virtual = "\." \}/m.test(textAt(tree, 'uv.lock') ?? '');
  const isUnbuilt = 'project' in data && !('build-system' in data) && !('poetry' in table(data.tool));
  return { isVirtual: isOff || isUnbuilt, isSaid: isOff || isLocked() };
}
