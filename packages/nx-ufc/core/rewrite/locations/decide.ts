import type { Rewrite } from '../context';
import { leftFile, switchable } from '../proposal';
import { editsFrom, editsTo } from './edits-to';
import { dataBelow, isAllDataBelow } from './folder-data';
import { importFolderNow } from './import-folder';
import { besideEdits, KIND, planned, proposed, unedited, unfollowed } from './outcomes';
import { baseBefore, baseNow, placeBefore, walked, type Places } from './places';
import { joinPath, stepsUp } from './targets';
import type { Location, Variable } from './types';
import { usesElsewhere } from './uses-elsewhere';

/** A variable keeps its expression when that is right for every use; else it follows the folder that it stands for. */
export function decideVariable(places: Places, variable: Variable): Rewrite {
  const { location, isFunction } = variable;
  if (isFunction && variable.uses.length === 0) return rewriteUse(places, location);
  const before = places.old.get(variable) ?? null;
  const same = walked(baseNow(places, location), location);
  const target = before === null ? null : (importFolderOf(places, variable) ?? places.targets.of(before));
  places.now.set(variable, same);
  if (before === null) return outside(places, location);
  if (target === null) return gone(places, location, before);
  if (same === target || isNothing(places, before)) return { edits: [], review: [] };
  const others = usesElsewhere(places.context.project, places.context.info.name, variable);
  const uses = [...variable.uses, ...others.uses];
  const isOpen = !isFunction && (uses.length === 0 || others.isOpen);
  const isRight = (use: Location) => {
    const now = walked(same, use);
    return now === places.targets.of(walked(before, use) ?? '') || leads(places, now);
  };
  const stays = (use: Location) =>
    !isListed(use) && !use.compared && same !== null && isAllDataBelow(places.context, before, same);
  const staysRight = (use: Location) => (isPlain(use) ? stays(use) : isRight(use));
  if (uses.every(staysRight) && (!isOpen || stays(location))) return { edits: [], review: [] };
  const edits = editsTo(places, location, target);
  if (!edits) return unfollowed(places, location, before);
  const certain =
    (before === '' && !isFolderOfModule(places, location)) ||
    places.targets.isFile(before) ||
    !(isOpen || uses.some(isPlain)) ||
    location.downs.length > 0 ||
    (!isOpen && isOnlyCompared(places, uses, before)) ||
    (!uses.some(isListed) && isWhereDataIs(places, before, target, same));
  if (!certain) return proposed(places, edits, location, before, target);
  places.now.set(variable, target);
  return switchable(places.context, KIND, planned(places, edits, before, target));
}

/** The same for a variable that is nothing else wherever it is used. */
function importFolderOf({ context }: Places, { uses }: Variable): string | null {
  const folders = uses.map((use) => importFolderNow(context, use));
  return folders.length > 0 && folders.every((folder) => folder !== null) ? folders[0] : null;
}

/** A use follows what it leads to, from where its beginning leads by now; what is not certain is proposed, or said. */
export function rewriteUse(places: Places, location: Location): Rewrite {
  const before = placeBefore(places, location);
  const target =
    before === null ? null : (importFolderNow(places.context, location) ?? places.targets.of(before));
  const base = baseNow(places, location);
  if (before === null) return outside(places, location);
  if (target === null) return gone(places, location, before);
  if (base === null || walked(base, location) === target) return { edits: [], review: [] };
  if (leads(places, walked(base, location)) || isNothing(places, before)) return { edits: [], review: [] };
  if (location.anchor.kind === 'variable' && isPlain(location)) return { edits: [], review: [] };
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

/** Is it asked whether something lies in the package, or are all of its modules gone through by name? All of it lies in the new one. */
export function isWholePackage(
  { context }: Places,
  { compared, walked: isWalked }: Location,
  before: string,
): boolean {
  return (
    (compared === true || isWalked === true) &&
    context.project.layout.roots.some(({ path }) => path === before)
  );
}

/** Is it asked of a folder what lies in it, and nothing else? */
function isOnlyCompared(places: Places, uses: readonly Location[], before: string): boolean {
  const plain = uses.filter(isPlain);
  return plain.length > 0 && plain.every((use) => isWholePackage(places, use, before));
}

/** A folder or file as it is. */
function isPlain({ ups, downs }: Location): boolean {
  return ups.length === 0 && downs.length === 0;
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
