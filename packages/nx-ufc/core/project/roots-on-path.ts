import { candidatesBelow, inTests } from './layout';
import { isInRoot } from './roots';
import { topLevelNames } from './search-folders';
import { foldersAddedBy } from './search-path';
import { STDLIB_MODULES } from './stdlib';
import type { ImportRoot, PackageLayout, ProjectFacts } from './types';
import { mayHoldOthers } from './vendored';

/**
 * The layout with the packages in folders that a service puts on `sys.path` itself, which are parts of it: `apps/orders`, imported as `orders`,
 * where the settings of Django say `sys.path.insert(0, str(BASE_DIR / "apps"))`.
 * @returns null where there are none
 */
export function withRootsOnPath(project: ProjectFacts): PackageLayout | null {
  const { layout, facts } = project;
  const python = [...facts.keys()].filter((path) => path.endsWith('.py') && !inTests(path, layout));
  const roots: ImportRoot[] = [];
  for (const [folder, names] of foldersOnPath(project)) {
    const isOwn =
      !layout.roots.some((root) => isInRoot(root, `${folder}/x.py`)) && !mayHoldOthers(project, folder);
    const found = candidatesBelow(python, folder, []).filter(
      ({ name, kind }) =>
        (kind === 'package' || (names.has(name) && kind === 'namespace')) &&
        !STDLIB_MODULES.has(name) &&
        ![...layout.roots, ...roots].some((root) => root.name === name),
    );
    if (isOwn && found.some(({ name }) => names.has(name))) roots.push(...found);
  }
  if (roots.length === 0) return null;
  return { ...layout, kind: 'multi-package', roots: [...layout.roots, ...roots], isParts: true };
}

/** Folders that shipped code and programs at the top put on the path, with the names that are imported, or that those modules name. */
function foldersOnPath(project: ProjectFacts): Map<string, ReadonlySet<string>> {
  const { facts, modulesByPath } = project;
  const imported = [...facts.values()].flatMap(topLevelNames);
  const found = new Map<string, ReadonlySet<string>>();
  for (const info of modulesByPath.values()) {
    const isProgram = info.area === 'script' && !info.path.includes('/');
    if (info.area !== 'shipped' && !isProgram) continue;
    const named = () => facts.get(info.path)!.strings.map(({ value }) => value.split('.', 1)[0]);
    for (const folder of foldersAddedBy(project, info))
      if (folder !== '') found.set(folder, new Set([...imported, ...named(), ...(found.get(folder) ?? [])]));
  }
  return found;
}
