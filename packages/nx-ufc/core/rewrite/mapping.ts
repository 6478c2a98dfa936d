import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { MapEntry } from '../plan/types';
import { leafOf, moduleNameOf, parentOf } from '../project/module-name';
import { isSharedNamespace } from '../project/namespaces';

/** Old places to new places, all moves at once. Modules are dotted import names, paths are POSIX and relative to their trees. */
export interface MoveMapping {
  /** Old dotted module name → new dotted name; modules that keep their name are in it too. */
  modules: ReadonlyMap<string, string>;
  /** `module:name` → the module that a name is imported from now, where a definition left its module. */
  attributes?: ReadonlyMap<string, string>;
  /** `module:name` → the module where a patch of the name is to be made now, where its readers left their module. */
  patched?: ReadonlyMap<string, string>;
  /** Other names that modules had, see `secondNames` → new dotted name. */
  second?: ReadonlyMap<string, string>;
  /** Old path → new path. */
  paths: ReadonlyMap<string, string>;
  /** Old top-level import names that are moved: `tinydb`. */
  roots: ReadonlySet<string>;
  /** Kinds of references that are listed instead of followed. */
  off?: ReadonlySet<string>;
  /** Old distribution name (PEP 503 normalised) → new one. */
  distribution: { from: string; to: string };
  /** Folders of the tree and of the capability, seen from the workspace. */
  places?: { from: string; to: string };
}

/**
 * Build the mapping of a migration from its map.
 * @param sourceRoot folder of the import packages in a capability (`src`)
 */
export function buildMoveMapping(
  project: ProjectFacts,
  entries: readonly MapEntry[],
  sourceRoot: string,
  distribution: { from: string; to: string },
): MoveMapping {
  const paths = new Map<string, string>();
  for (const entry of entries) if (entry.target !== null) paths.set(entry.source, entry.target);

  const modules = new Map<string, string>();
  for (const info of project.modules.values()) {
    const target = paths.get(info.path);
    if (target !== undefined) modules.set(info.name, newModuleName(info, target, sourceRoot));
  }
  addNamespacePackages(modules, project);
  const roots = new Set<string>();
  for (const [from, to] of modules) if (from !== to) roots.add(from.split('.')[0]);
  const second = secondModules(project, modules);
  const attributes = following(project.relocated, modules);
  const patched = following(project.patched, modules);
  return {
    modules,
    ...(attributes ? { attributes } : {}),
    ...(patched ? { patched } : {}),
    ...(second ? { second } : {}),
    paths,
    roots,
    distribution,
  };
}

function secondModules(
  { secondNames }: ProjectFacts,
  modules: ReadonlyMap<string, string>,
): Map<string, string> | undefined {
  const found = [...(secondNames ?? [])].flatMap(([second, first]) =>
    [...modules].flatMap(([from, to]): [string, string][] => {
      if (first === '') return [[`${second}.${from}`, to]];
      return from === first || from.startsWith(`${first}.`) ? [[second + from.slice(first.length), to]] : [];
    }),
  );
  return found.length > 0 ? new Map(found) : undefined;
}

const roots = new WeakMap<MoveMapping, ReadonlySet<string>>();

/** How names of what moves may begin, second names among them. */
export function movedRoots(mapping: MoveMapping): ReadonlySet<string> {
  if (!mapping.second) return mapping.roots;
  const known = roots.get(mapping);
  if (known) return known;
  const all = new Set([...mapping.roots, ...[...mapping.second.keys()].map((name) => name.split('.')[0])]);
  roots.set(mapping, all);
  return all;
}

/** Names that left their module, to where their new module goes. */
function following(
  homes: ReadonlyMap<string, string> | undefined,
  modules: ReadonlyMap<string, string>,
): Map<string, string> | undefined {
  if (!homes) return undefined;
  return new Map(
    [...homes].flatMap(([name, home]) => (modules.has(home) ? [[name, modules.get(home)!]] : [])),
  );
}

/** Tests beside the package are found by their paths: they go by the names that they had. */
function newModuleName(info: ModuleInfo, target: string, sourceRoot: string): string {
  const isBeside = info.area === 'test' && !target.startsWith(`${sourceRoot}/`);
  return target === info.path || isBeside ? info.name : moduleNameOf(target, sourceRoot);
}

/**
 * A folder without `__init__.py` is importable too (PEP 420); it moved if all that it holds moved together. One that other
 * distributions share keeps its name: what is asked for there and is not in the tree is theirs.
 */
function addNamespacePackages(modules: Map<string, string>, project: ProjectFacts): void {
  const candidates = new Map<string, Set<string>>();
  for (const [from, to] of modules) {
    const parent = parentOf(from);
    if (!parent || project.modules.has(parent)) continue;
    const sameLeaf = leafOf(from) === leafOf(to);
    const set = candidates.get(parent) ?? new Set<string>();
    set.add(sameLeaf ? parentOf(to) : '');
    candidates.set(parent, set);
  }
  for (const [name, targets] of candidates) {
    const [only] = targets;
    if (targets.size === 1 && only && !modules.has(name) && !isSharedNamespace(project, name))
      modules.set(name, only);
  }
}

/** Modules of the packages that moved, old name → new, sorted. */
export function movedModules(mapping: MoveMapping): Record<string, string> {
  const moved = [...mapping.modules].filter(([from]) => mapping.roots.has(from.split('.')[0]));
  return Object.fromEntries(moved.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Does a text have the name of a package that moved, by the look of it? */
export function namesPackage({ roots }: MoveMapping, text: string): boolean {
  for (const root of roots) if (text.includes(root)) return true;
  return false;
}
