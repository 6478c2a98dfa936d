import { callsNamed } from '../../project/calls-named';
import type { Edit } from '../../text/edits';
import { isAmong, placeOf, searchPathArguments } from '../../project/search-path';
import type { Rewrite, RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { joined, leftFile, proposedEdit, switchable } from '../proposal';
import type { Collected } from './collect';
import { doctestFileEdits } from './doctest-files';
import { dataBelow, isAllDataBelow } from './folder-data';
import { downsEdits } from './downs-edit';
import { besideEdits, KIND, planned, proposed, unedited, unfollowed } from './outcomes';
import { pathLists, type ListedFolder } from './path-lists';
import { baseBefore, baseNow, placeBefore, walked, type Places } from './places';
import { above, joinPath, relativeSegments, stepsUp, targetsOf } from './targets';
import type { Location, Variable } from './types';
import { readLocations } from './read-locations';
import { resourceEdits } from './resources';
import { newSearchPath } from './source-folder';
import { searchFolderEdits } from './search-folder';
import { searchRootEdits } from './search-root';
import { isSeenByOthers } from './seen-names';
import { webFolderEdits } from './web-folders';
import { upsEdits } from './ups-edit';

/**
 * Paths that are made from `__file__`, from `module.__file__` or from `importlib.resources.files`: they still lead to the same
 * files and folders when the module, or what it names, moves to another depth.
 */
export function rewriteLocations(context: RewriteContext): Rewrite {
  const resources = [
    ...resourceEdits(context),
    ...webFolderEdits(context),
    ...doctestFileEdits(context),
    ...searchFolderEdits(context),
  ];
  return joined([switchable(context, KIND, resources), expressions(context)]);
}

function expressions(context: RewriteContext): Rewrite {
  if (!hasLocations(context)) return switchable(context, KIND, searchRootEdits(context, []));
  const { locations, isTooDeep } = readLocations(context);
  if (locations) return follows(context, locations);
  return { edits: [], review: isTooDeep ? [tooDeep(context)] : [] };
}

/** The facts know what docstrings and comments only talk about. */
function hasLocations({ facts, text }: RewriteContext): boolean {
  if (!/__file__|__path__|files/.test(text)) return false;
  return (
    text.includes('__path__') ||
    facts.references.some(({ parts }) => parts.includes('__file__')) ||
    callsNamed(facts, (leaf) => leaf === 'files').length > 0
  );
}

function tooDeep({ info }: RewriteContext): Rewrite['review'][number] {
  const message = 'the file is nested too deeply to look for paths made from __file__; check them';
  return { path: info.path, line: 1, column: 1, rule: 'FILE_LOCATION', message };
}

function follows(context: RewriteContext, collected: Collected): Rewrite {
  const targets = targetsOf(context.mapping, context.project);
  const places: Places = { context, targets, old: new Map(), now: new Map() };
  const results: Rewrite[] = [];
  for (const variable of collected.variables) {
    places.old.set(variable, placeBefore(places, variable.location));
    results.push(decideVariable(places, variable));
  }
  for (const location of collected.locations)
    results.push(rewriteUse(places, location), { edits: [], review: scattered(places, location) });
  const folders = collected.variables.flatMap((variable) => folderOf(places, variable));
  results.push(switchable(context, KIND, searchRootEdits(context, collected.locations)));
  results.push(
    switchable(
      context,
      KIND,
      pathLists(context, folders.length > 0 ? collected.lists() : [], folders, targets),
    ),
  );
  return joined(results);
}

/** The folder that a variable stands for, where something is appended that is only known at run time. */
function folderOf({ old, now, targets }: Places, variable: Variable): ListedFolder[] {
  const [before, after] = [old.get(variable) ?? null, now.get(variable) ?? null];
  const isFolder = before !== null && after !== null && targets.isFolder(before);
  const isUsed = variable.uses.some(({ ups, downs }) => ups.length === 0 && downs.length === 0);
  return isFolder && isUsed ? [{ before, after }] : [];
}

/** A variable keeps its expression when that is right for every use; else it follows the folder that it stands for. */
function decideVariable(places: Places, variable: Variable): Rewrite {
  const { location, uses, isFunction } = variable;
  if (isFunction && uses.length === 0) return rewriteUse(places, location);
  const before = places.old.get(variable) ?? null;
  const same = walked(baseNow(places, location), location);
  const target = before === null ? null : places.targets.of(before);
  places.now.set(variable, same);
  if (before === null) return outside(places, location);
  if (target === null) return gone(places, location, before);
  if (same === target || isNothing(places, before)) return { edits: [], review: [] };
  const isRight = (use: Location) => {
    const now = walked(same, use);
    return now === places.targets.of(walked(before, use) ?? '') || leads(places, now);
  };
  const isPlain = (use: Location) => use.ups.length === 0 && use.downs.length === 0;
  const stays = (use: Location) =>
    !isListed(use) && !use.compared && same !== null && isAllDataBelow(places.context, before, same);
  const staysRight = (use: Location) => (isPlain(use) ? stays(use) : isRight(use));
  const isOpen =
    !isFunction &&
    (uses.length === 0 || isSeenByOthers(places.context.project, places.context.info, variable));
  if (uses.every(staysRight) && (!isOpen || stays(location))) return { edits: [], review: [] };
  const edits = editsTo(places, location, target);
  if (!edits) return unfollowed(places, location, before);
  const certain =
    (before === '' && !isFolderOfModule(places, location)) ||
    places.targets.isFile(before) ||
    !(isOpen || uses.some(isPlain)) ||
    location.downs.length > 0 ||
    isOnlyCompared(places, variable, before) ||
    (!uses.some(isListed) && isWhereDataIs(places, before, target, same));
  if (!certain) return proposed(places, edits, location, before, target);
  places.now.set(variable, target);
  return switchable(places.context, KIND, planned(places, edits, before, target));
}

function rewriteUse(places: Places, location: Location): Rewrite {
  const before = placeBefore(places, location);
  const target = before === null ? null : (searchedNow(places, location) ?? places.targets.of(before));
  const base = baseNow(places, location);
  if (before === null) return outside(places, location);
  if (target === null) return gone(places, location, before);
  if (base === null || walked(base, location) === target) return { edits: [], review: [] };
  if (leads(places, walked(base, location)) || isNothing(places, before)) return { edits: [], review: [] };
  if (location.anchor.kind === 'variable' && location.ups.length === 0 && location.downs.length === 0)
    return { edits: [], review: [] };
  const now = walked(base, location);
  const isWhole = location.downs.length === 0 && !isListed(location) && !location.compared;
  if (isWhole && now !== null && isAllDataBelow(places.context, before, now))
    return { edits: [], review: [] };
  const edits = editsTo(places, location, target);
  if (!edits) return unfollowed(places, location, before);
  const isFolder = before !== '' || isFolderOfModule(places, location);
  const isDoubtful =
    location.downs.length === 0 &&
    isFolder &&
    !places.targets.isFile(before) &&
    !isWholePackage(places, location, before);
  if (isDoubtful && (isListed(location) || !isWhereDataIs(places, before, target, now)))
    return proposed(places, edits, location, before, target);
  return switchable(places.context, KIND, planned(places, edits, before, target));
}

/** A module that moved along puts the folder on `sys.path` that the packages are imported from: the project's then, another one now. */
function searchedNow({ context }: Places, location: Location): string | null {
  const { facts, info, mapping, project } = context;
  const moved = (mapping.paths.get(info.path) ?? info.path) !== info.path;
  if (!moved || placeOf(location) !== '' || !isAmong(searchPathArguments(facts), location.span)) return null;
  return newSearchPath(project, mapping);
}

/** In a repair a person may have put a path right. */
function leads({ context }: Places, now: string | null): boolean {
  return now !== null && context.isThere?.(now) === true;
}

/** In a repair a path may always have led to what the program makes when it runs, or have been written since. */
function isNothing({ context, targets }: Places, before: string): boolean {
  return context.isThere !== undefined && !targets.isFile(before) && !targets.isFolder(before);
}

/** What lies in the workspace outside of the project stays where it is: the same place is reached from where the project is now. */
function outside(places: Places, location: Location): Rewrite {
  const [base, moved] = [baseBefore(places, location), baseNow(places, location)];
  const { places: folders } = places.context.mapping;
  if (base === null || moved === null || !folders || /^(\.\.|\/)/.test(folders.from))
    return { edits: [], review: [] };
  const before = walked(joinPath(folders.from, base), location);
  const now = joinPath(folders.to, moved);
  if (before === null || walked(now, location) === before || `${before}/`.startsWith(`${folders.from}/`))
    return { edits: [], review: [] };
  const edits = editsFrom(places, location, now, before);
  if (edits) return switchable(places.context, KIND, besideEdits(places, edits, before));
  return unedited(places, location, `leads to ${before} of the workspace, beside the project that moved`);
}

/** What a path leads to went to several places, or does not come along, which is said once. */
function gone({ context, targets }: Places, location: Location, before: string): Rewrite {
  const isSaid = location.anchor.kind === 'variable' && location.ups.length + location.downs.length === 0;
  if (isSaid || !targets.isFile(before) || targets.of(before) !== null) return { edits: [], review: [] };
  return { edits: [], review: [leftFile(context, location.span.start, before)] };
}

/**
 * Is data of a folder at its new place as it was, and none where the expression leads as it stands? Then whoever is given the folder finds
 * there what there is to find: `def root(): return dirname(__file__)`.
 */
function isWhereDataIs({ context }: Places, before: string, target: string, now: string | null): boolean {
  return dataBelow(context, before, target) > 0 && (now === null || dataBelow(context, before, now) === 0);
}

/** Is it asked whether something lies in the package? All of it lies in the new one. */
function isWholePackage({ context }: Places, { compared }: Location, before: string): boolean {
  return compared === true && context.project.layout.roots.some(({ path }) => path === before);
}

/** Is it asked of a folder what lies in it, and nothing else? */
function isOnlyCompared(places: Places, variable: Variable, before: string): boolean {
  const { project, info } = places.context;
  const plain = variable.uses.filter(({ ups, downs }) => ups.length === 0 && downs.length === 0);
  return (
    plain.length > 0 &&
    plain.every((use) => isWholePackage(places, use, before)) &&
    !isSeenByOthers(project, info, variable)
  );
}

/** Modules that are looked for in a folder may have gone along with the one that looks. */
function isListed({ listed }: Location): boolean {
  return listed === true;
}

/** `dirname(module.__file__)`: the folder that a module of the top lies in, which the project's folder was by chance. */
function isFolderOfModule({ context }: Places, location: Location): boolean {
  const { anchor } = location;
  return anchor.kind === 'file' && anchor.path !== context.info.path && stepsUp(location) === 1;
}

/** A folder is listed, and files that lay in it went elsewhere: no edit brings them back together. */
function scattered(places: Places, location: Location): Rewrite['review'] {
  const before = location.listed ? placeBefore(places, location) : null;
  if (before === null || before === '') return [];
  const { context, targets } = places;
  const target = targets.of(before) ?? walked(baseNow(places, location), location);
  const inside = context.project.tree.files.filter(({ path }) => above(path, 1) === before);
  const gone = inside.filter(({ path }) => above(targets.of(path) ?? path, 1) !== target);
  if (gone.length === 0) return [];
  const edit = plannedEdit(context, { ...location.span, end: location.span.start }, '', 'reference', KIND);
  const message = `lists the folder ${before}, from which ${gone.length} of ${inside.length} files went elsewhere`;
  const item = proposedEdit(context, edit, 'FOLDER_LISTED', message);
  delete item.proposal;
  return [item];
}

/** Edits that lead an expression to its new target; null when its form does not allow that. */
function editsTo(places: Places, location: Location, target: string): Edit[] | null {
  const base = baseNow(places, location);
  return base === null ? null : editsFrom(places, location, base, target);
}

function editsFrom(places: Places, location: Location, base: string, target: string): Edit[] | null {
  const { text } = places.context;
  const steps = stepsUp(location);
  const folder = above(base, steps);
  const dotted = location.downs.some((down) => down.segments.includes('..'));
  if (folder !== null && location.downs.length > 0) {
    const segments = relativeSegments(folder, target);
    if (segments[0] !== '..' || dotted) return downsEdits(text, location.downs, segments);
  }
  if (location.anchor.kind === 'package') return fromRoot(places, location, target);
  const wanted = ancestorSteps(base, target);
  const climbs = upsEdits(location, wanted);
  const segments = relativeSegments(above(base, wanted) ?? '', target);
  if (location.downs.length === 0) return segments.length === 0 ? climbs : null;
  if (climbs) return combined(climbs, downsEdits(text, location.downs, segments));
  return folder === null ? null : downsEdits(text, location.downs, relativeSegments(folder, target));
}

/** How many steps up lead to a folder that holds the target, or is it. */
function ancestorSteps(base: string, target: string): number {
  let steps = 0;
  for (let folder: string | null = base; folder !== null; folder = above(base, ++steps))
    if (folder === '' || target === folder || target.startsWith(`${folder}/`)) break;
  return steps;
}

/** What lies beside the package that is named is reached from the root of the new package. */
function fromRoot(places: Places, { anchor, downs }: Location, target: string): Edit[] | null {
  if (anchor.kind !== 'package' || !anchor.span || downs.length === 0) return null;
  const { text, mapping, project } = places.context;
  const root = project.layout.roots.find((one) => `${anchor.folder}/`.startsWith(`${one.path}/`));
  const folder = root ? places.targets.of(root.path) : null;
  if (!root || folder === null || !target.startsWith(`${folder}/`)) return null;
  const source = text.slice(anchor.span.start, anchor.span.end);
  const quote = /^["']/.exec(source)?.[0] ?? '"';
  const named = { ...anchor.span, text: quote + newNameOf(mapping, root.name) + quote };
  return combined([named], downsEdits(text, downs, relativeSegments(folder, target)));
}

function combined(first: Edit[], second: Edit[] | null): Edit[] | null {
  return second && [...first, ...second];
}
