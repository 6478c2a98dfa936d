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

/**
 * Where the modules directly in a package went whose names begin so, if they are together and kept their names: those that go on
 * with a number (`v` of `v1`, `v2` …), or all where there are none such.
 */
export function commonHome(mapping: MoveMapping, packageName: string, beginning: string): string | null {
  const all = [...mapping.modules].filter(
    ([from]) => parentOf(from) === packageName && leafOf(from).startsWith(beginning),
  );
  const numbered = all.filter(([from]) => /^\d+$/.test(leafOf(from).slice(beginning.length)));
  const homes = new Set(
    (numbered.length > 0 ? numbered : all).map(([from, to]) =>
      leafOf(from) === leafOf(to) ? parentOf(to) : '',
    ),
  );
  const [home] = homes;
  return homes.size === 1 && home ? home : null;
}

/** Did all that lies below the modules directly in a package go along with them? */
export function areWhole({ modules }: MoveMapping, packageName: string): boolean {
  const below = `${packageName}.`;
  return [...modules].every(([from, to]) => {
    if (!from.startsWith(below)) return true;
    const [child] = from.slice(below.length).split('.', 1);
    const home = modules.get(below + child);
    return home !== undefined && to === home + from.slice(below.length + child.length);
  });
}
