import type { FileFacts } from '../python/facts/types';
import { topLevelNames } from './search-folders';
import { STDLIB_MODULES } from './stdlib';

const SOURCE = 'src';

/**
 * A `src` folder holds packages, or is one itself: services run from the folder above it and say `from src.db import …`. What is
 * imported more often decides, then the packaging.
 * @param hints import names that the metadata declares
 * @returns the hints, with `src` where it is a package and without it where it is not
 */
export function withSourcePackage(
  hints: readonly string[],
  facts: ReadonlyMap<string, FileFacts>,
): readonly string[] {
  const inside = new Set([...facts.keys()].flatMap(childOfSource));
  if (inside.size === 0) return hints;
  const imported = [...facts.values()].flatMap(topLevelNames);
  const byName = imported.filter((name) => name === SOURCE).length;
  const byChild = imported.filter((name) => inside.has(name) && !STDLIB_MODULES.has(name)).length;
  const isPackage = byName + byChild > 0 ? byName >= byChild : hints.includes(SOURCE);
  const others = hints.filter((name) => name !== SOURCE);
  return isPackage ? [SOURCE, ...others] : others;
}

/** What could be imported were the `src` folder of a file on the path. */
function childOfSource(path: string): string[] {
  const [, child] = /^(?:.*\/)?src\/([A-Za-z_]\w*)(?:\.py$|\/)/.exec(path) ?? [];
  return child && child !== '__init__' ? [child] : [];
}
