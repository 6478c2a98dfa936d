import type { FileFacts } from '../python/facts/types';
import { STDLIB_MODULES } from './stdlib';
import type { PackageLayout } from './types';

/**
 * Folders that a service runs from, where no packaging says so: `backend/` when the code says `from app.db import …` for
 * `backend/app/db.py` and nothing imports `backend`.
 */
export function importedFolders({ roots }: PackageLayout, facts: ReadonlyMap<string, FileFacts>): string[] {
  const candidates = roots.filter(({ kind, searchPath }) => kind === 'namespace' && searchPath === '');
  if (candidates.length === 0) return [];
  const imported = new Set([...facts.values()].flatMap(topLevelNames));
  const atTop = new Set(childrenOf('', facts));
  const isFound = (name: string) => imported.has(name) && !STDLIB_MODULES.has(name) && !atTop.has(name);
  return candidates
    .filter(({ name, path }) => !imported.has(name) && childrenOf(path, facts).some(isFound))
    .map(({ path }) => path);
}

/** The first part of what absolute imports name. */
export function topLevelNames({ imports }: FileFacts): string[] {
  return imports.flatMap(({ kind, level, module, names }) => {
    if (level > 0) return [];
    return kind === 'from' ? [topOf(module)] : names.map(({ name }) => topOf(name));
  });
}

function topOf(dotted: string): string {
  return dotted.split('.', 1)[0];
}

/** Names that could be imported were the folder on the path. */
function childrenOf(folder: string, facts: ReadonlyMap<string, FileFacts>): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = [...facts.keys()].filter((path) => path.startsWith(prefix) && path.endsWith('.py'));
  return inside.map((path) => path.slice(prefix.length).split('/', 1)[0].replace(/\.py$/, ''));
}
