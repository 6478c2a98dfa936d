import { readmeOf } from '../merge/pyproject/readme';
import { dockerfile } from '../merge/config-references/dockerfile';
import { imageSearchPath } from '../merge/config-references/image-search-path';
import type { MovedNames } from '../merge/config-references/kind';
import { ownSearchPath } from '../merge/config-references/own-search-path';
import { matchesAny } from '../merge/test-paths';
import { installs } from '../merge/config-references/unreachable';
import { importsRoot } from '../project/imports-root';
import { definesName, modulePrefixLength } from '../project/names';
import { compiledNames } from '../project/compiled-names';
import { generatedC } from '../project/generated-c';
import { moduleNameOf } from '../project/module-name';
import { reachesProject } from '../project/reaches-project';
import { fileOfRoot } from '../project/roots';
import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from '../project/types';
import { isVirtual } from '../project/virtual-project';
import { newNameOf } from '../rewrite/context';
import { newSearchPath } from '../rewrite/locations/source-folder';
import { targetsOf } from '../rewrite/locations/targets';
import { movedRoots, type MoveMapping } from '../rewrite/mapping';
import { folderMapping, folderTargets } from './path-mapping';

const cache = new WeakMap<MoveMapping, MovedNames>();

/** How configuration files name what moved: by dotted name and by path. */
export function references(mapping: MoveMapping, project: ProjectFacts): MovedNames {
  const known = cache.get(mapping);
  if (known) return known;
  const folders = folderMapping(mapping.paths);
  const inWorkspace = workspacePaths(mapping);
  const files = project.tree.files.map(({ path }) => path);
  const readme = readmeOf(files);
  const names: MovedNames = {
    oldRoots: [...movedRoots(mapping)],
    mapModule: (module) => movedName(mapping, module) ?? mapAttribute(mapping, module),
    mapPath: (path) =>
      mapping.paths.get(path) ?? folders.get(path) ?? sourceOf(mapping, project, path) ?? inWorkspace(path),
    mapBelow: (path) => below(targetsOf(mapping, project).of(path), path),
    knows: (dotted) => isKnown(project, dotted.split('.')),
    packageAt: (path) => packageAt(project, mapping, path),
    newSearchPath: newSearchPath(project, mapping),
    leftFolders: leftFolders(project, mapping),
    testsFolder: testsFolder(project),
    isPackaging: (path) => PACKAGING.test(path) && isLeftOut(path, mapping, project),
    packagingFiles: readme === null ? [] : [readme],
    isThere: (pattern) => matchesAny(pattern, files),
    distribution: mapping.distribution,
    ...(mapping.places ? { places: mapping.places } : {}),
    programs: new Set(programs(project, mapping)),
    isVirtual: isVirtual(project.tree),
    isInImage: false,
    reachesProject: once(() => reachesProject(project)),
  };
  names.isInImage = isInImage(project, names);
  cache.set(mapping, names);
  return names;
}

/** `tests` as a whole only where nothing else is in it: a project may leave out some of its tests on purpose. */
function testsFolder({ tree }: ProjectFacts): string {
  return tree.files.some(({ path }) => path.startsWith('tests/')) ? 'tests/unit' : 'tests';
}

const PACKAGING = /^(setup\.(py|cfg)|MANIFEST\.in)$/;

function isLeftOut(path: string, { paths }: MoveMapping, { tree }: ProjectFacts): boolean {
  return !paths.has(path) && tree.files.some((file) => file.path === path);
}

/** What the build makes of a source that moved is asked of that source. */
function sourceOf({ paths }: MoveMapping, project: ProjectFacts, path: string): string | null {
  return paths.get(generatedC(project, path)?.source ?? '') ?? null;
}

/** Images of a service of a monorepo may be made from the folder of the workspace: `COPY services/shop/requirements.txt .` */
function workspacePaths({ paths, places }: MoveMapping): (path: string) => string | null {
  if (!places || /^(\.\.|\/|$)/.test(places.from)) return () => null;
  const folders = folderTargets(paths);
  return (path) => {
    // One folder may be called like the package in it.
    if (path === places.from) return path.includes('/') ? places.to : null;
    if (!path.startsWith(`${places.from}/`)) return null;
    const inner = path.slice(places.from.length + 1);
    const target = paths.get(inner) ?? folders.get(inner) ?? null;
    return target === null ? null : `${places.to}/${target}`;
  };
}

/** Programs beside the packages that stay where they are and import one of them, or name a module of one: the settings, in Django's `manage.py`. */
function programs({ modulesByPath, modules, facts }: ProjectFacts, { paths, roots }: MoveMapping): string[] {
  const namesModule = ({ strings }: FileFacts) =>
    strings.some(({ value }) => value.includes('.') && modules.has(value) && roots.has(value.split('.')[0]));
  return [...modulesByPath.values()]
    .filter(({ area, path }) => area === 'script' && (paths.get(path) ?? path) === path)
    .filter(({ path }) => {
      const own = facts.get(path)!;
      return [...roots].some((root) => importsRoot(own, root)) || namesModule(own);
    })
    .map(({ path }) => path);
}

function isInImage({ tree }: ProjectFacts, names: MovedNames): boolean {
  return tree.files.some(({ path, bytes }) => {
    if (!dockerfile.files.test(path)) return false;
    const text = Buffer.from(bytes).toString('utf8');
    const told = () => [...imageSearchPath(text, [], names), ...ownSearchPath(text, names, path)];
    return installs(text, names) || (!path.includes('/') && told().length > 0);
  });
}

function once(find: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= find());
}

function below(target: string | null, path: string): string | null {
  return target === path ? null : target;
}

function isKnown(project: ProjectFacts, parts: readonly string[]): boolean {
  const length = modulePrefixLength(project, parts);
  if (length === parts.length) return length > 0;
  const module = parts.slice(0, length).join('.');
  // What a compiled module defines nothing here tells.
  if (length === parts.length - 1 && compiledNames(project).has(module)) return true;
  return length > 0 && definesName(project, module, parts[length]);
}

function leftFolders({ layout }: ProjectFacts, { paths }: MoveMapping): string[] {
  const left = layout.roots
    .filter(
      (root) =>
        (paths.get(fileOfRoot(root)) ?? fileOfRoot(root)) !== fileOfRoot(root) || root.kind === 'namespace',
    )
    .map(({ searchPath }) => searchPath);
  return [...new Set(left)].filter((folder) => folder !== '' && folder !== 'src');
}

/** The package of the folder of a file before, and of the folder where the file is now, which may be another one. */
function packageAt({ modulesByPath }: ProjectFacts, mapping: MoveMapping, path: string) {
  const marker = (file: string) => `${file.slice(0, file.lastIndexOf('/') + 1)}__init__.py`;
  const before = modulesByPath.get(marker(path))?.name;
  const moved = mapping.paths.get(marker(path));
  if (before === undefined || moved === undefined) return null;
  const after = newNameOf(mapping, before);
  const sourceRoot = moved.slice(0, -`/${after.replaceAll('.', '/')}/__init__.py`.length);
  return { before, after: moduleNameOf(marker(mapping.paths.get(path) ?? path), sourceRoot) };
}

function movedName({ modules, second }: MoveMapping, dotted: string): string | undefined {
  return modules.get(dotted) ?? second?.get(dotted);
}

/** `pkg.module.attribute`: the longest prefix that is a module moves, the rest stays. */
function mapAttribute(mapping: MoveMapping, dotted: string): string | null {
  for (let at = dotted.lastIndexOf('.'); at > 0; at = dotted.lastIndexOf('.', at - 1)) {
    const target = movedName(mapping, dotted.slice(0, at));
    if (target !== undefined) return target + dotted.slice(at);
  }
  return null;
}
