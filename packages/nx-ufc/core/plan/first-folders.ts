import { innerPath, rootOf } from '../project/roots';
import type { Analysis } from '../project/analysis';
import { innerPathOf, ownRoot } from '../project/own-root';
import type { ImportRoot, ProjectFacts } from '../project/types';
import type { MapEntry, MigrationMap } from './types';

/** Other packages, and what would have the name of one of them, keep the folder of their package. */
export function pathInPackage(project: ProjectFacts, path: string, root: ImportRoot): string {
  if (root.kind === 'module') return innerPath(path, root);
  const own = root === ownRoot(project) ? innerPathOf(project, path, root) : null;
  const name = own && /^[^/.]+/.exec(own)?.[0];
  const isTaken = project.layout.roots.some((other) => other !== root && other.name === name);
  return own !== null && !isTaken ? own : `${root.name}/${innerPath(path, root)}`;
}

/**
 * First folders that must keep their name below a slot although they are called like it, for a proposed map: two files
 * would have one target, or a module the name of a package, or the code of the folder's `__init__` would run for modules of other folders, which may be
 * importing one another right then, or a folder would be a heap of more files than the blueprint allows that were apart before.
 */
export function foldersToKeep(analysis: Analysis, map: MigrationMap): string[] {
  return [...colliding(analysis, map), ...crowded(analysis, map), ...heaped(analysis, map)];
}

function colliding(analysis: Analysis, map: MigrationMap): string[] {
  const byTarget = new Map<string, MapEntry>();
  const found: string[] = [];
  for (const entry of map.modules) {
    if (entry.target === null) continue;
    const other = byTarget.get(entry.target);
    if (!other) byTarget.set(entry.target, entry);
    else found.push(...[entry, other].flatMap((one) => droppedFolder(analysis, one) ?? []));
  }
  const folders = new Set<string>();
  for (const target of byTarget.keys())
    for (let at = target.lastIndexOf('/'); at > 0; at = target.lastIndexOf('/', at - 1))
      folders.add(target.slice(0, at));
  for (const [target, entry] of byTarget)
    if (target.endsWith('.py') && folders.has(target.slice(0, -3)))
      found.push(...[droppedFolder(analysis, entry) ?? []].flat());
  return found;
}

function heaped(analysis: Analysis, map: MigrationMap): string[] {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const byFolder = new Map<string, MapEntry[]>();
  for (const entry of map.modules) {
    if (entry.target === null || entry.layer === null) continue;
    const folder = folderOf(entry.target);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), entry]);
  }
  return [...byFolder.values()]
    .filter((entries) => entries.length > analysis.blueprint.classification.maxFolderFiles)
    .filter((entries) => new Set(entries.map(({ source }) => folderOf(source))).size > 1)
    .flatMap((entries) => entries.flatMap((entry) => droppedFolder(analysis, entry) ?? []));
}

function crowded(analysis: Analysis, map: MigrationMap): string[] {
  return map.modules.flatMap((entry) => {
    const folder = entry.source.endsWith('/__init__.py') ? droppedFolder(analysis, entry) : null;
    if (folder === null || !runsCode(analysis, entry.source)) return [];
    const slot = entry.target!.slice(0, entry.target!.lastIndexOf('/') + 1);
    const guests = map.modules.some(
      (other) =>
        other.source.endsWith('.py') &&
        other.target?.startsWith(slot) &&
        droppedFolder(analysis, other) !== folder,
    );
    return guests ? [folder] : [];
  });
}

/** The first folder below the package that the target does not repeat below its slot; null when it repeats all. */
function droppedFolder(
  { project, blueprint }: Analysis,
  { source, target, role, layer }: MapEntry,
): string | null {
  const root = rootOf(project.layout.roots, source);
  if (!root || root.kind === 'module' || target === null || layer === null) return null;
  const inner = pathInPackage(project, source, root);
  const slot = blueprint.roles.find((one) => one.id === role && one.layer === layer)?.slot;
  const whole = slot ? `/${layer}/${slot}/${inner}` : `/${layer}/${inner}`;
  return inner.includes('/') && !target.endsWith(whole) ? inner.slice(0, inner.indexOf('/')) : null;
}

function runsCode({ project }: Analysis, path: string): boolean {
  const facts = project.facts.get(path);
  if (!facts) return false;
  return facts.imports.length + facts.calls.length + Object.keys(facts.scopes[0]?.bindings ?? {}).length > 0;
}
