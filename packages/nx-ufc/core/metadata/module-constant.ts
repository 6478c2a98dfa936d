import type { SourceTree } from '../project/types';
import { decodeSource, parseModule } from '../python';

/**
 * The literal string that a module assigns to a name at its top level; null when there is none. The module lies at the top or in one folder
 * (`src`, `lib`), whichever that is.
 */
export function moduleConstant(tree: SourceTree, module: string, name: string): string | null {
  const base = module.replaceAll('.', '/');
  const direct = [`${base}.py`, `${base}/__init__.py`];
  const below = tree.files
    .map(({ path }) => path)
    .filter((path) => direct.includes(path.slice(path.indexOf('/') + 1)) && !direct.includes(path));
  for (const path of [...direct, ...below]) {
    const found = fileConstant(tree, path, name);
    if (found !== null) return found;
  }
  return null;
}

/** The same by path. */
export function fileConstant(tree: SourceTree, path: string, name: string): string | null {
  const file = tree.files.find((candidate) => candidate.path === path);
  if (!file) return null;
  const parsed = parseModule(decodeSource(path, file.bytes).text);
  if (!parsed.ok) return null;
  for (const stmt of parsed.module.body) {
    const targets = stmt.type === 'Assign' ? stmt.targets : stmt.type === 'AnnAssign' ? [stmt.target] : [];
    const value = stmt.type === 'Assign' || stmt.type === 'AnnAssign' ? stmt.value : null;
    const matches = targets.some((target) => target.type === 'Name' && target.id === name);
    if (matches && value?.type === 'Constant' && value.value.kind === 'str') return value.value.value;
  }
  return null;
}
