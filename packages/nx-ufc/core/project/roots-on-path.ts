import { candidatesBelow, inTests } from './layout';
import { isInRoot } from './roots';
import { isOfOthers } from './second-names';
import { topLevelNames } from './search-folders';
import { foldersAddedBy } from './search-path';
import { STDLIB_MODULES } from './stdlib';
import type { PackageLayout, ProjectFacts } from './types';
import { mayHoldOthers } from './vendored';

/**
 * The layout with the packages in folders that a service puts on `sys.path` itself, which are parts of it: `apps/orders`, imported as `orders`,
 * where the settings of Django say `sys.path.insert(0, str(BASE_DIR / "apps"))`.
 * @returns null where there are none
 */
export function withRootsOnPath(project: ProjectFacts): PackageLayout | null {
  const { layout, facts } = project;
  const python = [...facts.keys()].filter((path) => path.endsWith('.py') && !inTests(path, layout));
  let roots = layout.roots;
  for (const [folder, names] of foldersOnPath(project)) {
    // A folder that is also a package, by whose name nothing is asked for.
    const unused = roots.find((root) => root.path === folder && !isNamed(project, root.name));
    const others = roots.filter((root) => root !== unused);
    const isOwn = !others.some((root) => isInRoot(root, `${folder}/x.py`)) && !mayHoldOthers(project, folder);
    const found = candidatesBelow(python, folder, []).filter(
      ({ name, kind }) =>
        (kind === 'package' || (names.has(name) && kind === 'namespace')) &&
        !STDLIB_MODULES.has(name) &&
        !others.some((root) => root.name === name),
    );
    if (isOwn && found.some(({ name }) => names.has(name))) roots = [...others, ...found];
  }
  return roots === layout.roots ? null : { ...layout, kind: 'multi-package', roots, isParts: true };
}

/**
 * Second names (see `secondNames`) of what lies in a package whose folder is put on `sys.path`, too: `orders` of `apps.orders`, where
 * something is imported by the one name and something by the other.
 */
export function secondNamesOnPath(
  project: ProjectFacts,
  required: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const { layout, facts, modulesByPath } = project;
  const python = [...facts.keys()].filter((path) => path.endsWith('.py'));
  const found = new Map<string, string>();
  for (const [folder, names] of foldersOnPath(project)) {
    if (!layout.roots.some((root) => root.path === folder) || mayHoldOthers(project, folder)) continue;
    for (const { name, kind, path } of candidatesBelow(python, folder, [])) {
      const info = modulesByPath.get(kind === 'module' ? path : `${path}/__init__.py`);
      const isTaken = STDLIB_MODULES.has(name) || layout.roots.some((root) => root.name === name);
      if (info?.area === 'shipped' && names.has(name) && !isTaken && !isOfOthers(name, required))
        found.set(name, info.name);
    }
  }
  return found;
}

/** Does an import or a text say the name of a package, as its own or at the beginning of another? */
function isNamed({ facts }: ProjectFacts, name: string): boolean {
  return [...facts.values()].some(
    (one) =>
      topLevelNames(one).includes(name) || one.strings.some(({ value }) => value.startsWith(`${name}.`)),
  );
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
