import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import type { FileFacts } from '../python/facts/types';
import type { DeclaredPlaces } from '../metadata/source-folders';
import type { PythonSource } from '../python/source';
import { isCodeTemplate } from './code-templates';
import { isImportable, moduleNameOf } from './module-name';
import { foreignPortions } from './namespaces';
import { isProgram } from './programs';
import { detectLayout, inTests } from './layout';
import { withNamespaces } from './namespace-inits';
import { resolveImport } from './resolve';
import { isSettingsModule } from './settings-module';
import { isInRoot, rootOf } from './roots';
import { withRootsBeside } from './roots-beside';
import { secondNamesOnPath, withRootsOnPath } from './roots-on-path';
import { importedFolders } from './search-folders';
import { secondNames } from './second-names';
import { withSourcePackage } from './source-package';
import {
  folderRoot,
  isPackageBesideProject,
  isTreePackage,
  nameInHost,
  packageOfProject,
  runsInFolder,
  treeRoot,
} from './tree-package';
import type { ImportRoot, ModuleInfo, PackageLayout, ProjectFacts, SourceTree, TreeFile } from './types';

/** Gives the facts of a source; `bytes` are what it was decoded from. */
export type FactsReader = (source: PythonSource, bytes: Uint8Array) => FileFacts;

export interface FactsOptions {
  /** An earlier state of the tree: what did not change is not read again. */
  before?: ProjectFacts;
  /** See `ProjectFacts.relocated`. */
  relocated?: ReadonlyMap<string, string>;
  /** See `ProjectFacts.patched`. */
  patched?: ReadonlyMap<string, string>;
  factsOf?: FactsReader;
  /** See `ProjectFacts.minors`. */
  minors?: readonly number[];
  /** Where the metadata says that code lies. */
  places?: DeclaredPlaces;
  /** PEP 503 names of the declared dependencies; without them no second names are looked for. */
  required?: ReadonlySet<string>;
  /** Those of the hints that the metadata says; by default all. */
  declared?: readonly string[];
}

/**
 * Read every Python file of a tree: decoded, parsed and turned into facts once.
 * @param name for people
 * @param hints import names that the metadata declares, see `detectLayout`
 */
export function buildProjectFacts(
  name: string,
  tree: SourceTree,
  hints: readonly string[] = [],
  {
    before,
    relocated,
    patched,
    minors,
    places,
    required,
    declared = hints,
    factsOf = extractFacts,
  }: FactsOptions = {},
): ProjectFacts {
  const project: ProjectFacts = {
    name,
    tree,
    layout: { kind: 'flat', roots: [], tests: [] },
    sources: new Map(),
    facts: new Map(),
    modules: new Map(),
    modulesByPath: new Map(),
    ...(relocated ? { relocated } : {}),
    ...(patched ? { patched } : {}),
    ...(minors ? { minors } : {}),
  };
  const known = new Map(before?.tree.files.map((file) => [file.path, file.bytes]));
  const read = ({ path, bytes }: TreeFile) => {
    const same = known.get(path) === bytes && before!.facts.has(path);
    const source = same ? before!.sources.get(path)! : decodeSource(path, bytes);
    project.sources.set(path, source);
    project.facts.set(path, same ? before!.facts.get(path)! : factsOf(source, bytes));
  };
  for (const file of tree.files) if (/\.pyi?$/.test(file.path)) read(file);
  for (const [path, { parseErrors }] of project.facts)
    if (isCodeTemplate(project.sources.get(path)!, parseErrors)) forget(project, path);
  project.layout = layoutOf(tree, project.facts, { hints, declared, places });
  for (const { path } of project.layout.namespaceInits ?? []) forget(project, path);
  placeModules(project);
  project.foreignPortions = foreignPortions(project, required);
  const isPackaged = project.layout.roots.some(
    ({ name: root, path }) => path !== '' && declared.includes(root),
  );
  const onPath = required && !isPackaged ? withRootsOnPath({ ...project }) : null;
  if (onPath) {
    project.layout = onPath;
    placeModules(project);
  }
  if (required && !isPackaged)
    project.secondNames = new Map([
      ...secondNamesOnPath({ ...project }, required),
      ...secondNames(project, required),
    ]);
  shipSettings(project);
  shipWhatShippedCodeImports(project);
  readPrograms(project, read);
  return project;
}

/** What each file is called, by the layout. */
function placeModules(project: ProjectFacts): void {
  project.modulesByPath.clear();
  project.modules.clear();
  for (const file of project.tree.files) {
    if (!project.facts.has(file.path)) continue;
    const info = moduleInfo(file.path, project.layout);
    project.modulesByPath.set(file.path, info);
    // Names with other characters cannot be written in an import, but relative imports inside of them work.
    const known = project.modules.get(info.name);
    // A package goes before a module of its name: `shop/` beside the program `shop.py`.
    if (info.area !== 'stub' && (!known || (info.isPackage && !known.isPackage)))
      project.modules.set(info.name, info);
  }
}

/** A file that turns out to be no module. */
function forget({ facts, sources }: ProjectFacts, path: string): void {
  facts.delete(path);
  sources.delete(path);
}

/** Programs beside the packages, which nothing can import; what does not parse is taken for another language. */
function readPrograms(project: ProjectFacts, read: (file: TreeFile) => void): void {
  const { layout, tree, facts } = project;
  for (const file of tree.files) {
    if (!isProgram(file) || layout.roots.some((root) => isInRoot(root, file.path))) continue;
    read(file);
    if (facts.get(file.path)!.parseErrors.length === 0)
      project.modulesByPath.set(file.path, { ...moduleInfo(file.path, layout), importable: false });
    else forget(project, file.path);
  }
}

/** What the metadata says of the layout, and what the imports do. */
function layoutOf(
  tree: SourceTree,
  facts: ReadonlyMap<string, FileFacts>,
  {
    hints,
    declared,
    places = {},
  }: { hints: readonly string[]; declared: readonly string[]; places?: Partial<DeclaredPlaces> },
): PackageLayout {
  const names = withSourcePackage(hints, facts);
  const asPackage = detectLayout(tree, names, places);
  const isTest = (path: string) => inTests(path, asPackage);
  if (packageOfProject(places) !== undefined) return asPackage;
  const isPackage = isTreePackage(tree, places) || isPackageBesideProject(facts, asPackage, declared);
  if (isPackage && !runsInFolder(facts, isTest)) {
    const root = treeRoot(names, places);
    const paths = [...facts.keys()].filter((path) => isInRoot(root, path));
    const name = nameInHost(facts, root.name, paths) ?? root.name;
    return { kind: 'flat', roots: [{ ...root, name }], tests: asPackage.tests };
  }
  const layout = isTreePackage(tree, places) ? detectLayout(withoutInit(tree), names, places) : asPackage;
  const folder = layout.roots.some(({ name }) => declared.includes(name))
    ? null
    : folderRoot(tree.root, facts, isTest);
  if (folder) return { kind: 'flat', roots: [folder], tests: layout.tests };
  const isPackaged = layout.roots.some(({ name, kind }) => kind !== 'namespace' && declared.includes(name));
  const sourceFolders = isPackaged ? [] : importedFolders(layout, facts);
  const found = sourceFolders.length > 0 ? detectLayout(tree, names, { sourceFolders }) : layout;
  return withRootsBeside(withNamespaces(found, facts), facts, declared);
}

/** A folder whose modules import one another by their bare names is no package, whatever lies in it. */
function withoutInit(tree: SourceTree): SourceTree {
  return { ...tree, files: tree.files.filter(({ path }) => path !== '__init__.py') };
}

/** Settings for tests lie beside the others, where their name is looked for. */
function shipSettings({ modulesByPath, facts, layout }: ProjectFacts): void {
  for (const info of modulesByPath.values()) {
    const isShipped = info.area === 'test' && isSettingsModule(facts.get(info.path)!);
    if (isShipped && layout.roots.some((root) => isInRoot(root, info.path))) info.area = 'shipped';
  }
}

/** A module of a package that is called like a test, but that the package itself imports, is no test: `jinja2.tests`. */
function shipWhatShippedCodeImports(project: ProjectFacts): void {
  const queue = [...project.modules.values()].filter((info) => info.area === 'shipped');
  for (let info = queue.pop(); info; info = queue.pop()) {
    for (const fact of project.facts.get(info.path)!.imports) {
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        const found = target.kind === 'internal' ? project.modules.get(target.module) : undefined;
        if (found?.area !== 'test' || !project.layout.roots.some((root) => isInRoot(root, found.path)))
          continue;
        found.area = 'shipped';
        queue.push(found);
      }
    }
  }
}

function moduleInfo(path: string, layout: PackageLayout): ModuleInfo {
  const root = rootOf(layout.roots, path);
  const isPackage = /(^|\/)__init__\.pyi?$/.test(path);
  const name = root ? nameInRoot(path, root) : moduleNameOf(path, '');
  const isTest = inTests(path, layout);
  if (path.endsWith('.pyi')) return { name, path, isPackage, area: 'stub', importable: root !== undefined };
  if (root && !isTest) return { name, path, isPackage, area: 'shipped', importable: true };
  const importable = isImportable(name);
  if (isTest) return { name, path, isPackage, area: 'test', importable };
  return { name, path, isPackage, area: /^docs?\//.test(path) ? 'doc' : 'script', importable };
}

function nameInRoot(path: string, root: ImportRoot): string {
  if (root.kind === 'module') return moduleNameOf(path, root.searchPath);
  const inner = moduleNameOf(path, root.path);
  return inner === '' ? root.name : `${root.name}.${inner}`;
}
