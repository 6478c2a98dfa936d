import type { PyprojectChange } from '../merge/pyproject/types';
import type { MoveMapping } from '../rewrite/mapping';
import { folderMapping } from './path-mapping';

/** How configuration files name what moved: by dotted name and by path. */
export function references(
  mapping: MoveMapping,
): Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'> {
  const folders = folderMapping(mapping.paths);
  return {
    oldRoots: [...mapping.roots],
    mapModule: (module) => mapping.modules.get(module) ?? mapAttribute(mapping, module),
    mapPath: (path) => mapping.paths.get(path) ?? folders.get(path) ?? null,
  };
}

/** `pkg.module.attribute`: the longest prefix that is a module moves, the rest stays. */
function mapAttribute(mapping: MoveMapping, dotted: string): string | null {
  for (let at = dotted.lastIndexOf('.'); at > 0; at = dotted.lastIndexOf('.', at - 1)) {
    const target = mapping.modules.get(dotted.slice(0, at));
    if (target !== undefined) return target + dotted.slice(at);
  }
  return null;
}
