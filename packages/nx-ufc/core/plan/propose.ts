import { targetOf } from '../classify/target';
import { wholeFolderOf } from '../classify/whole-folders';
import type { Classification } from '../inventory/types';
import type { Analysis } from '../project/analysis';
import { generatedC } from '../project/generated-c';
import { homeOf, innerPathOf } from '../project/own-root';
import { rootOf } from '../project/roots';
import type { ImportRoot, ProjectFacts } from '../project/types';
import { choicesOf, proposeSplits } from '../split/propose';
import { isAskedFor } from '../project/asked-data';
import { openedBy, opensByName } from './data-files';
import { foldersToKeep, pathInPackage } from './first-folders';
import { excluded, outsideEntry, type ProposeOptions } from './outside-entry';
import type { MapEntry, MigrationMap } from './types';
import { webFolderOwner } from './web-folders';

/** A build that began in the folder of the package leaves it there. */
const OWN_BUILT = /^(?:[^/]+\/)?([^/]+)\/\1\.(egg|dist)-info\//;

/** Propose a place for every file of a tree. Pure: the same tree gives the same map. */
export function proposeMap(analysis: Analysis, options: ProposeOptions): MigrationMap {
  const whole = new Set<string>();
  for (;;) {
    const map = proposeWith(analysis, options, whole);
    const [folder] = foldersToKeep(analysis, map).filter((name) => !whole.has(name));
    if (folder === undefined) return map;
    whole.add(folder);
  }
}

function proposeWith(analysis: Analysis, options: ProposeOptions, whole: ReadonlySet<string>): MigrationMap {
  const { project, blueprint } = analysis;
  const packageRoot = `${blueprint.naming.sourceRoot}/${options.package}`;
  const entries = new Map<string, MapEntry>();
  /** The `__init__` of each folder, else the file that came first. */
  const anchors = new Map<string, string>();
  const add = (entry: MapEntry) => {
    entries.set(entry.source, entry);
    const folder = entry.source.slice(0, entry.source.lastIndexOf('/') + 1);
    if (entry.target && (!anchors.has(folder) || entry.source === `${folder}__init__.py`))
      anchors.set(folder, entry.source);
  };
  const later: string[] = [];
  for (const { path } of project.tree.files) {
    const root = rootOf(project.layout.roots, path);
    const classification = analysis.classifications.get(path);
    const waits =
      isStubOnly(project, path) || (classification?.layer === null && wholeFolderOf(project, path) !== null);
    if (root && classification && !waits)
      add(moduleEntry(analysis, path, root, classification, packageRoot, whole));
    else later.push(path);
  }
  for (const path of later) {
    const root = rootOf(project.layout.roots, path);
    const classification = analysis.classifications.get(path);
    const made = generatedC(project, path);
    if (project.layout.namespaceInits?.some((one) => one.path === path)) add(sharedName(path));
    else if (made)
      add(excluded(path, 'data', `Cython makes it of ${made.source}, when the package is built`));
    else if (!root) add(besideModule(project, path, entries) ?? outsideEntry(analysis, path, options));
    else if (OWN_BUILT.test(path)) add(excluded(path, 'packaging', 'metadata that a build makes'));
    else if (!classification) add(dataEntry(analysis, path, root, { entries, anchors }, packageRoot));
    else {
      const entry = moduleEntry(analysis, path, root, classification, packageRoot, whole);
      add({
        ...entry,
        target: inWhole(project, path, entries) ?? inPackage(project, path, entries) ?? entry.target,
      });
    }
  }
  for (const proposal of proposeSplits(analysis)) {
    const entry = entries.get(proposal.source);
    if (entry) entry.split = choicesOf(proposal);
  }
  const modules = project.tree.files.map((file) => entries.get(file.path)!);
  return {
    schema: 'ufc:migration-map:1',
    package: project.layout.roots[0]?.name ?? project.name,
    capability: options.package,
    modules,
  };
}

function moduleEntry(
  analysis: Analysis,
  path: string,
  root: ImportRoot,
  own: Classification,
  packageRoot: string,
  whole: ReadonlySet<string>,
): MapEntry {
  const { project, blueprint } = analysis;
  const facts = project.facts.get(path)!;
  const implementation = path.endsWith('.pyi') ? analysis.classifications.get(path.slice(0, -1)) : undefined;
  const classification = implementation ?? own;
  const inner = pathInPackage(project, path, root);
  // Its name below the slot is that of its tables, too.
  const kept = wholeFolderOf(project, path) ? new Set([...whole, inner.split('/')[0]]) : whole;
  const broken = facts.parseErrors.length > 0;
  return {
    source: path,
    target: targetOf(inner, classification, blueprint, packageRoot, kept),
    action: 'move',
    layer: classification.layer,
    role: classification.role,
    confidence: classification.confidence,
    evidence: classification.evidence,
    complexity: facts.functions.reduce((sum, definition) => sum + definition.complexity, 0),
    review: broken || classification.confidence < blueprint.classification.reviewThreshold,
    ...(broken
      ? {
          reason: `does not parse (line ${facts.parseErrors[0].line}): kept byte for byte, its imports are not rewritten`,
        }
      : {}),
  };
}

/**
 * Package data goes with the code that opens it, or stays where it is below the package that this code names; else with the modules of its folder,
 * else below the nearest package.
 */
function dataEntry(
  analysis: Analysis,
  path: string,
  root: ImportRoot,
  { entries, anchors }: { entries: ReadonlyMap<string, MapEntry>; anchors: ReadonlyMap<string, string> },
  packageRoot: string,
): MapEntry {
  const inner = innerPathOf(analysis.project, path, root);
  const place = inWhole(analysis.project, path, entries) ?? besideImplementation(path, entries);
  const opener = webFolderOwner(analysis.project, path) ?? openedBy(analysis.project, path);
  const anchor = opener ?? nearestAnchor(path, anchors);
  const { name } = homeOf(analysis.project, root);
  const isNamed =
    isAskedFor(analysis.project, name, inner, opener) || opensByName(analysis.project, opener, name);
  const target =
    anchor && !isNamed ? beside(path, anchor, entries.get(anchor)!.target!) : `${packageRoot}/${inner}`;
  const isTyped = inner === 'py.typed';
  if (isTyped && root !== analysis.project.layout.roots[0]) return secondMarker(path);
  return {
    source: path,
    target: isTyped ? `${packageRoot}/py.typed` : (place ?? target),
    action: 'move',
    layer: null,
    role: 'data',
    confidence: opener || isTyped ? 1 : 0.7,
    evidence: [opener && !place ? `named in ${opener}` : 'lies in the package'],
    complexity: 0,
    review: false,
  };
}

/** Is a stub all that there is of a module, since the build makes the rest? */
function isStubOnly({ modulesByPath }: ProjectFacts, path: string): boolean {
  return path.endsWith('.pyi') && !modulesByPath.has(path.slice(0, -1));
}

/** What the build makes lies in its package, and so does its stub; null for other files. */
function inPackage(
  project: ProjectFacts,
  path: string,
  entries: ReadonlyMap<string, MapEntry>,
): string | null {
  const anchor = `${path.slice(0, path.lastIndexOf('/') + 1)}__init__.py`;
  const target = isStubOnly(project, path) ? (entries.get(anchor)?.target ?? null) : null;
  return target === null ? null : beside(path, anchor, target);
}

/** What Cython compiles a module of Python with lies beside it (https://cython.readthedocs.io/en/latest/src/tutorial/pure.html). */
function besideImplementation(path: string, entries: ReadonlyMap<string, MapEntry>): string | null {
  const target = path.endsWith('.pxd') ? entries.get(path.replace(/pxd$/, 'py'))?.target : null;
  return target?.replace(/py$/, 'pxd') ?? null;
}

/** Templates and static files beside a module that is a package root by itself go with it; null for other files. */
function besideModule(
  project: ProjectFacts,
  path: string,
  entries: ReadonlyMap<string, MapEntry>,
): MapEntry | null {
  const owner = webFolderOwner(project, path);
  const target = entries.get(owner ?? '')?.target ?? null;
  if (owner === null || target === null || rootOf(project.layout.roots, owner)?.kind !== 'module')
    return null;
  const evidence = [`found by the web application of ${owner}`];
  return {
    source: path,
    target: beside(path, owner, target),
    action: 'move',
    layer: null,
    role: 'data',
    confidence: 1,
    evidence,
    complexity: 0,
    review: false,
  };
}

/** Where a file of what moves as a whole goes with it; null for other files. */
function inWhole(project: ProjectFacts, path: string, entries: ReadonlyMap<string, MapEntry>): string | null {
  const folder = wholeFolderOf(project, path)?.folder;
  if (folder === undefined) return null;
  const anchor = entries.get(`${folder}/__init__.py`) ?? firstPlaced(entries, folder);
  return anchor?.target
    ? anchor.target.slice(0, folder.length - anchor.source.length) + path.slice(folder.length)
    : null;
}

/** A module of a folder without an `__init__`. */
function firstPlaced(entries: ReadonlyMap<string, MapEntry>, folder: string): MapEntry | undefined {
  for (const entry of entries.values())
    if (entry.layer !== null && entry.source.startsWith(`${folder}/`)) return entry;
  return undefined;
}

/** The capability is one package: it has one marker. */
function secondMarker(path: string): MapEntry {
  return excluded(path, 'data', 'the capability has one py.typed');
}

/** The capability shares its name with nothing. */
function sharedName(path: string): MapEntry {
  return excluded(path, 'packaging', 'it only shares the name of its package with other distributions');
}

/** The anchor of the same folder, or of the nearest folder above that has one. */
function nearestAnchor(path: string, anchors: ReadonlyMap<string, string>): string | null {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const anchor = anchors.get(path.slice(0, end + 1));
    if (anchor) return anchor;
  }
  return null;
}

/** The path that stands to the new place of `anchor` as `path` stands to the old one; folders above are not followed. */
function beside(path: string, anchor: string, anchorTarget: string): string {
  const from = anchor.slice(0, anchor.lastIndexOf('/') + 1);
  const to = anchorTarget.slice(0, anchorTarget.lastIndexOf('/') + 1);
  return path.startsWith(from) ? to + path.slice(from.length) : to + path.slice(path.lastIndexOf('/') + 1);
}
