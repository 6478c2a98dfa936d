import { textAt } from '../metadata/tree-text';
import type { SourceTree } from './types';

/**
 * Does pyproject.toml only list what an application needs, so that its package manager does not install the application itself and it runs from its folder?
 * Without `[build-system]` uv and pdm install what it needs alone (https://docs.astral.sh/uv/concepts/projects/config/#build-systems), so does
 * Poetry without its package mode (https://python-poetry.org/docs/basic-usage/#operating-modes).
 */
export function isVirtual(tree: SourceTree): boolean {
  const text = textAt(tree, 'pyproject.toml');
  if (text === null || textAt(tree, 'setup.py') !== null) return false;
  if (/^\[tool\.poetry\]/m.test(text)) return isOff(text);
  return /^\[project\]/m.test(text) && (isOff(text) || !/^\[build-system\]/m.test(text));
}

/** Is that said in so many words, or in the lock file of uv? pip installs what has no `[build-system]` all the same. */
export function isApplication(tree: SourceTree): boolean {
  const isLocked = /^source = \{ virtual = "\." \}/m.test(textAt(tree, 'uv.lock') ?? '');
  return isVirtual(tree) && (isLocked || isOff(textAt(tree, 'pyproject.toml')!));
}

function isOff(text: string): boolean {
  return (
    /^package-mode[ \t]*=[ \t]*false/m.test(text) ||
    /^\[tool\.uv\][^[]*^package[ \t]*=[ \t]*false/m.test(text)
  );
}
