import { isImportable, moduleNameOf } from '../project/module-name';
import type { Blueprint } from '../blueprint/types';

/**
 * The `__init__.py` files that the final tree lacks: every folder below the import package that holds Python modules,
 * and every folder on the way to it, where an import can name it. The moved packages bring their own; layers and slots are new.
 * @param modulePaths final paths of all modules, `__init__`s included
 * @returns path → content, one line that documents the folder
 */
export function missingPackageInits(
  modulePaths: Iterable<string>,
  packageRoot: string,
  blueprint: Blueprint,
): Map<string, string> {
  const present = new Set<string>();
  const folders = new Set<string>();
  for (const path of modulePaths) {
    if (!path.startsWith(`${packageRoot}/`)) continue;
    present.add(path);
    for (
      let folder = path.slice(0, path.lastIndexOf('/'));
      folder.length >= packageRoot.length;
      folder = folder.slice(0, folder.lastIndexOf('/'))
    ) {
      folders.add(folder);
    }
  }
  const missing = new Map<string, string>();
  for (const folder of [...folders].sort()) {
    const path = `${folder}/__init__.py`;
    if (!present.has(path) && isImportable(moduleNameOf(folder, '')))
      missing.set(path, `"""${describe(folder, packageRoot, blueprint)}"""\n`);
  }
  return missing;
}

function describe(path: string, packageRoot: string, blueprint: Blueprint): string {
  if (path === packageRoot) return `Package ${path.slice(path.lastIndexOf('/') + 1)}.`;
  const folder = path.slice(packageRoot.length + 1);
  const [layer, slot] = folder.split('/');
  if (slot === undefined && blueprint.layers.some(({ accepts }) => accepts.includes(layer)))
    return `The ${layer} layer.`;
  const role = blueprint.roles.find((r) => r.layer === layer && r.slot === slot);
  if (role && folder === `${layer}/${slot}`)
    return `${slot[0].toUpperCase()}${slot.slice(1)} of the ${layer} layer.`;
  return `Package ${folder.replaceAll('/', '.')}.`;
}
