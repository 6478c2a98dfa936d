import { leafOf, parentOf } from '../../project/module-name';
import { newNameOf } from '../context';
import type { MoveMapping } from '../mapping';

/**
 * Modules directly in a package that are elsewhere below it now: old name → new one, from the package on.
 * Null when one is no longer below the package.
 */
export function movedNames(mapping: MoveMapping, packageName: string): Map<string, string> | null {
  const home = `${newNameOf(mapping, packageName)}.`;
  const moved = new Map<string, string>();
  for (const [from, to] of mapping.modules) {
    if (parentOf(from) !== packageName || to === home + leafOf(from)) continue;
    if (!to.startsWith(home)) return null;
    moved.set(leafOf(from), to.slice(home.length));
  }
  return moved;
}

/** Where all modules directly in a package went whose names begin so (`v` of `v1`, `v2` …), if they are together and kept their names. */
export function commonHome(mapping: MoveMapping, packageName: string, beginning: string): string | null {
  const homes = new Set<string>();
  for (const [from, to] of mapping.modules) {
    if (parentOf(from) !== packageName || !leafOf(from).startsWith(beginning)) continue;
    homes.add(leafOf(from) === leafOf(to) ? parentOf(to) : '');
  }
  const [home] = homes;
  return homes.size === 1 && home ? home : null;
}
