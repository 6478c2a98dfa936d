import { onlyCallsPbr } from '../metadata/pbr';
import { targetOf } from '../classify/target';
import { wholeFolderOf } from '../classify/whole-folders';
import type { Classification } from '../inventory/types';
import type { Analysis } from '../project/analysis';
import { compilingArgument } from '../project/compiled-modules';
import { generatedC } from '../project/generated-c';
import { inTests } from '../project/layout';
import { homeOf, innerPathOf } from '../project/own-root';
import { rootOf } from '../project/roots';
import type { ImportRoot, ProjectFacts } from '../project/types';
import { choicesOf, proposeSplits } from '../split/propose';
import { openedBy, opensByName } from './data-files';
import { foldersToKeep, pathInPackage } from './first-folders';
import type { MapEntry, MigrationMap } from './types';
import { webFolderOwner } from './web-folders';

export interface ProposeOptions {
  /** Import package of the capability: `au_sys_tinydb`. */
  package: string;
  /** Metadata is derived into a new pyproject.toml: setup.py and its company are not carried along. */
  derivesMetadata: boolean;
}

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
  const isNamed =
    opener !== null && opensByName(analysis.project, opener, homeOf(analysis.project, root).name);
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

function excluded(path: string, role: string, reason: string): MapEntry {
  return {
    source: path,
    target: null,
    action: 'exclude',
    layer: null,
    role,
    confidence: 1,
    evidence: [],
    complexity: 0,
    review: false,
    reason,
  };
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

const DERIVED = new Set(['setup.py', 'MANIFEST.in']);
/** Metadata that lies where builds put it: at the top, or in the folder that packages are imported from. */
const BUILT = /^PKG-INFO$|^([^/]+\/)?[^/]+\.(egg|dist)-info\//;
/** A build that began in the folder of the package leaves it there. */
const OWN_BUILT = /^(?:[^/]+\/)?([^/]+)\/\1\.(egg|dist)-info\//;

/** Tests, documents and configuration keep their place, which is the place that their paths to one another rely on. */
function outsideEntry(
  { project, metadata }: Analysis,
  path: string,
  { derivesMetadata }: ProposeOptions,
): MapEntry {
  const info = project.modulesByPath.get(path);
  const base = { source: path, layer: null, confidence: 1, complexity: 0, review: false };
  if (derivesMetadata && DERIVED.has(path) && !compilingArgument(project))
    return excluded(path, 'packaging', 'its metadata is in pyproject.toml');
  const isReplaced = metadata.version !== null && /^pbr\./.test(metadata.backend);
  if (path === 'setup.py' && isReplaced && onlyCallsPbr(project.facts.get(path)!))
    return excluded(path, 'packaging', 'it only hands over to pbr, which no longer builds the package');
  // Deeper, or among the tests, it describes packages that something is tried on.
  if (BUILT.test(path) && !inTests(path, project.layout))
    return excluded(path, 'packaging', 'metadata that a build makes');
  const role = info ? info.area : /^docs?\//.test(path) ? 'doc' : 'config';
  const beside = besideSource(project, path);
  if (beside !== null)
    return {
      ...base,
      target: beside,
      action: 'move',
      role,
      evidence: [`${role === 'test' ? 'tests' : 'scripts'} lie beside the source folder`],
    };
  const inSource = path === 'src' || path.startsWith('src/');
  const evidence = [info ? `${info.area} code` : 'no part of the package'];
  return { ...base, target: path, action: 'keep', role, evidence, ...(inSource ? { review: true } : {}) };
}

/** The place of tests and scripts that lie in the source folder, which is for the one package; null when they lie elsewhere. */
function besideSource({ layout, tree, facts }: ProjectFacts, path: string): string | null {
  const tests = layout.tests.find((folder) => /^src\/[^/]+$/.test(folder) && path.startsWith(`${folder}/`));
  const script = /^src\/[^/]+(?=\/|$)/.exec(facts.has(path) ? path : '')?.[0];
  const place = tests ?? script;
  if (place === undefined) return null;
  const target = place.slice('src/'.length);
  const isTaken = tree.files.some((file) => file.path === target || file.path.startsWith(`${target}/`));
  return (isTaken ? 'src_' : '') + path.slice('src/'.length);
}
