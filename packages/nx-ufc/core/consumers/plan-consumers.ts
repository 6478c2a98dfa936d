import { importsRoot } from '../project/imports-root';
import type { ProjectFacts } from '../project/types';
import { configKindOf, configReferences } from '../merge/config-references';
import type { ConfigReferenceKind, MovedNames } from '../merge/config-references/kind';
import { folderInVariable } from './folder-in-variable';
import { followInPyproject } from './pyproject';
import { DOCUMENT, rewriteConfiguration, rewriteText } from '../plan/plan-file';
import { NOTEBOOK, rewriteNotebook } from '../rewrite/notebooks/rewrite-notebook';
import { references } from '../plan/references';
import { seenFrom } from '../plan/seen-from';
import type { PlannedEdit, ReviewItem } from '../plan/types';
import { newSourceFolder } from '../rewrite/locations/source-folder';
import { joinPath, targetsOf } from '../rewrite/locations/targets';
import type { MoveMapping } from '../rewrite/mapping';
import { proposedEdit, type EditedFile } from '../rewrite/proposal';
import { rewritePickle } from '../rewrite/pickles/pickle-file';
import { rewriteModule } from '../rewrite/rewrite-module';
import { usersOf, type Users } from './users';
import { ownModules, shadowed, withoutRoots, type OwnModules } from './own-modules';
import { otherPackages } from './other-package';
import { viewWith } from './view';
import { workspacePaths } from './workspace-paths';
import { followPathRequirements } from './path-requirements';
import { projectOfBlock } from './yaml-block';
import { renameRequirements } from './requirement-names';
import type { ConsumerFile, ConsumerPlan, WorkspaceFile } from './types';

/**
 * Edits for the files of other projects that import a package which moves, and that name its distribution as a dependency.
 * A project that has a module of the same name of its own means that one, and so may one that declares another distribution; it is
 * left alone and listed.
 * @param project the facts of the package that moves
 * @param files every file of the workspace outside of the package that may name it
 * @param places folder of the package in the workspace, and that of the capability
 */
export function planConsumers(
  project: ProjectFacts,
  moves: MoveMapping,
  files: readonly WorkspaceFile[],
  places: { from: string; to: string },
): ConsumerPlan {
  const plan: ConsumerPlan = { files: [], review: [] };
  // What only the project itself has on its path is none to others.
  const mapping = { ...moves, second: undefined };
  const elsewhere = { ...mapping, paths: new Map<string, string>() };
  const python = files.filter((file) => /\.pyi?$/.test(file.path));
  const view = viewWith(
    project,
    python.filter((file) => namesAny(file, mapping.roots)),
  );
  const meansOther = otherPackages(project, mapping, files);
  const own = ownModules(python, mapping, places.from);
  const users = usersOf(files, view, mapping, own);
  for (const [path, info] of view.consumers) {
    const facts = view.project.facts.get(path)!;
    const hidden = own.of(path);
    for (const [root, module] of hidden)
      if (importsRoot(facts, root) && !plan.review.some((item) => item.path === module))
        plan.review.push(shadowed(module));
    if (hidden.size === mapping.roots.size) continue;
    const other = meansOther(path, facts, hidden);
    if (other) {
      plan.review.push(other);
      continue;
    }
    const rewritten = rewriteModule(view.project, withoutRoots(elsewhere, hidden), info);
    const { edits, review } = users.meant(path, rewritten);
    if (edits.length > 0) plan.files.push({ path, source: view.project.sources.get(path)!, edits });
    plan.review.push(...review);
  }
  const names = namesFor(project, mapping, places);
  for (const file of python) {
    const found = workspacePaths(file, places.from, names, view.project);
    if (found?.file.edits.length) plan.files.push(found.file);
    plan.review.push(...(found?.review ?? []));
  }
  for (const file of files) addConfiguration(plan, file, project, mapping, places, { own, users });
  for (const file of files) {
    const isMeant = users.has(file.path) && own.of(file.path).size === 0;
    const pickle = isMeant ? rewritePickle(project, mapping, file) : null;
    if (pickle) plan.files.push({ path: file.path, source: null, edits: pickle.edits });
    plan.review.push(...(pickle?.review ?? []));
    if (isPyproject(file.path)) {
      const edits = followInPyproject(file, mapping.distribution, places, isMeant ? names : null);
      if (edits.length > 0) plan.files.push({ path: file.path, source: null, edits });
      continue;
    }
    const edits = [
      ...renameRequirements(file, mapping.distribution),
      ...followPathRequirements(file, places),
    ];
    if (edits.length > 0) plan.files.push({ path: file.path, source: null, edits });
  }
  return { ...plan, files: onePerFile(plan.files) };
}

/** A file may be Python or configuration and hold requirements, too: its edits in one list, in which none overlap. */
function onePerFile(files: readonly ConsumerFile[]): ConsumerFile[] {
  const found = new Map<string, ConsumerFile>();
  for (const file of files) {
    const known = found.get(file.path);
    const free = file.edits.filter(
      (edit) => !known?.edits.some((other) => edit.start < other.end && other.start < edit.end),
    );
    const edits = [...(known?.edits ?? []), ...free].sort((a, b) => a.start - b.start);
    found.set(file.path, { path: file.path, source: known?.source ?? file.source, edits });
  }
  return [...found.values()];
}

/** Configuration of the workspace and of other projects: CI, images, process managers, settings. */
function addConfiguration(
  plan: ConsumerPlan,
  { path, bytes }: WorkspaceFile,
  project: ProjectFacts,
  mapping: MoveMapping,
  places: { from: string; to: string },
  { own, users }: { own: OwnModules; users: Users },
): void {
  const kind = isPyproject(path) ? undefined : configKindOf(path);
  const text = Buffer.from(bytes).toString('utf8');
  if (text === '' || !Buffer.from(text).equals(bytes)) return;
  const meant = withoutRoots(mapping, own.of(path));
  if (!kind && (DOCUMENT.test(path) || NOTEBOOK.test(path))) {
    const names = seenFrom(path, namesFor(project, meant, places));
    const elsewhere = { ...meant, paths: new Map<string, string>() };
    const said = users.meant(
      path,
      NOTEBOOK.test(path)
        ? rewriteNotebook(project, elsewhere, path, text)
        : rewriteText(project, elsewhere, { path, text }, names),
    );
    if (said.edits.length > 0) plan.files.push({ path, source: null, edits: said.edits });
    plan.review.push(...said.review);
  }
  if (!kind) return;
  const file = { text, info: { path }, mapping: meant };
  const rewritten = rewriteConfiguration(file, kind, seenFrom(path, namesFor(project, meant, places)));
  const { edits, review } = users.meant(path, rewritten);
  const meaning = (edit: PlannedEdit) => {
    if (!own.elsewhere.has(/^\w*/.exec(edit.before)![0])) return 'moved';
    return /\.ya?ml$/.test(path) ? projectOfBlock(text, edit.start, places.from, own.folders) : 'open';
  };
  const meanings = new Map(edits.map((edit) => [edit, meaning(edit)]));
  const certain = edits.filter((edit) => meanings.get(edit) === 'moved');
  if (certain.length > 0) plan.files.push({ path, source: null, edits: certain });
  const doubts = edits
    .filter((edit) => meanings.get(edit) === 'open')
    .map((edit) => proposedEdit(file, edit, 'CONFIG_REFERENCE', `${edit.evidence}; ${SHARED}`));
  const folder = folderInVariable(path, text, places.from);
  const inside = insideProject(file, kind, project, (edit) =>
    edits.some((known) => known.start < edit.end && edit.start < known.end)
      ? 'other'
      : projectOfBlock(text, edit.start, places.from, own.folders),
  );
  plan.review.push(...review, ...doubts, ...inside, ...(folder ? [folder] : []));
}

/** Commands of a service of Compose run where the project lies in its image: their paths begin there. */
function insideProject(
  file: EditedFile,
  kind: ConfigReferenceKind,
  project: ProjectFacts,
  meaning: (edit: PlannedEdit) => string,
): ReviewItem[] {
  if (kind.id !== 'compose') return [];
  const names: MovedNames = { ...references(file.mapping, project), mapModule: () => null };
  return configReferences(kind, file.text, names, file.info.path)
    .edits.filter((edit) => meaning(edit) === 'moved')
    .map((edit) => {
      const message = `${edit.evidence}, if it begins at the folder of the project; left as it is`;
      return proposedEdit(file, edit, 'CONFIG_REFERENCE', message);
    });
}

function isPyproject(path: string): boolean {
  return /(^|\/)pyproject\.toml$/.test(path);
}

/** The folder of the workspace that the packages were imported from, and the one where they are now. */
function searchPathOf(
  project: ProjectFacts,
  mapping: MoveMapping,
  places: { from: string; to: string },
): { from: string; to: string } | null {
  const before = new Set(project.layout.roots.map(({ searchPath }) => searchPath));
  const now = newSourceFolder(project, mapping);
  if (before.size !== 1 || now === null) return null;
  return { from: joinPath(places.from, [...before][0]), to: joinPath(places.to, now) };
}

/** How files outside of the package name what moved: paths begin at the workspace. */
function namesFor(
  project: ProjectFacts,
  mapping: MoveMapping,
  places: { from: string; to: string },
): MovedNames {
  const names = references(mapping, project);
  const targets = targetsOf(mapping, project);
  const searchPath = searchPathOf(project, mapping, places);
  const inPackage = (map: (inner: string) => string | null) => (named: string) => {
    const path = named.replace(/\/\.$/, '');
    if (path === places.from) return places.to;
    if (path === searchPath?.from) return searchPath.to;
    const target = path.startsWith(`${places.from}/`) ? map(path.slice(places.from.length + 1)) : null;
    return target === null ? null : `${places.to}/${target}`;
  };
  return {
    ...names,
    // What kept its place in the project has another one in the workspace.
    mapPath: inPackage((inner) =>
      targets.isFile(inner) || targets.isFolder(inner) ? targets.of(inner) : names.mapPath(inner),
    ),
    mapBelow: inPackage(targets.of),
    places,
    // Where other projects look for their own packages has not changed.
    newSearchPath: null,
    mapSearchPath: (path) => (path === searchPath?.from ? searchPath.to : null),
    leftFolders: (names.leftFolders ?? []).map((folder) => `${places.from}/${folder}`),
    testsFolder: null,
    programs: new Set(),
  };
}

const SHARED = 'other projects have a module of this name, too; left as it is';

function namesAny(file: WorkspaceFile, roots: ReadonlySet<string>): boolean {
  const text = Buffer.from(file.bytes).toString('latin1');
  return [...roots].some((root) => text.includes(root));
}
