import type { FileFacts } from '../python/facts/types';
import { settingsOfProgram } from './django-settings';
import { STDLIB_MODULES } from './stdlib';
import type { PackageLayout } from './types';

/**
 * Folders that a service runs from, where no packaging says so: `backend/` when the code says `from app.db import …` for
 * `backend/app/db.py` and nothing imports `backend`, or when its `manage.py` names settings there. A folder may hold a package of its own name
 * (`site/site/settings.py`): what is imported by that name is looked for in both.
 */
export function importedFolders({ roots }: PackageLayout, facts: ReadonlyMap<string, FileFacts>): string[] {
  const candidates = roots.filter(({ kind, searchPath }) => kind === 'namespace' && searchPath === '');
  if (candidates.length === 0) return [];
  const imported = new Set([...facts.values()].flatMap(topLevelNames));
  const atTop = new Set(childrenOf('', facts));
  const isFound = (name: string) => imported.has(name) && !STDLIB_MODULES.has(name) && !atTop.has(name);
  return candidates
    .filter(({ name, path }) => !imported.has(name) || isOnlyInside(name, path, facts))
    .filter(({ path }) => childrenOf(path, facts).some(isFound) || runsDjango(path, facts))
    .map(({ path }) => path);
}

/** Does all that is imported by the name of a folder lie in the package of this name within it, and something nowhere else? */
function isOnlyInside(name: string, path: string, facts: ReadonlyMap<string, FileFacts>): boolean {
  const outer = new Set(childrenOf(path, facts));
  const inner = new Set(childrenOf(`${path}/${name}`, facts));
  if (inner.size === 0) return false;
  const named = [...facts.values()].flatMap((file) => importsBelow(file, name));
  return named.some((one) => inner.has(one)) && named.every((one) => inner.has(one) || !outer.has(one));
}

/** What follows the name of a package in imports: `b` of `import a.b`, `from a.b import c` and `from a import b`. */
function importsBelow({ imports }: FileFacts, name: string): string[] {
  return imports.flatMap(({ kind, level, module, names }) => {
    if (level > 0) return [];
    const dotted =
      kind === 'import'
        ? names.map((one) => one.name)
        : module === name
          ? names.map((one) => `${module}.${one.name}`)
          : [module];
    return dotted.flatMap((one) => (one.startsWith(`${name}.`) ? [one.split('.', 2)[1]] : []));
  });
}

/** Does `manage.py` of a folder name settings that lie below the folder? */
function runsDjango(folder: string, facts: ReadonlyMap<string, FileFacts>): boolean {
  const program = facts.get(`${folder}/manage.py`);
  const settings = program && settingsOfProgram(program)?.replaceAll('.', '/');
  if (!settings) return false;
  const places = [`${settings}.py`, `${settings}/__init__.py`];
  return places.some((place) => facts.has(`${folder}/${place}`)) && !places.some((place) => facts.has(place));
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
