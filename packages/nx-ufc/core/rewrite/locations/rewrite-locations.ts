import { callsNamed } from '../../project/calls-named';
import type { Rewrite, RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { joined, proposedEdit, switchable } from '../proposal';
import type { Collected } from './collect';
import { decideVariable, isWholePackage, rewriteUse } from './decide';
import { doctestFileEdits } from './doctest-files';
import { instanceFolder } from './instance-folder';
import { KIND } from './outcomes';
import { constantsFor } from './path-constants';
import { renamedFolder } from './named-folders';
import { pathLists, type ListedFolder } from './path-lists';
import { baseNow, placeBefore, walked, type Places } from './places';
import { readLocations } from './read-locations';
import { resourceEdits } from './resources';
import { searchFolderEdits } from './search-folder';
import { searchRootEdits } from './search-root';
import { above, targetsOf } from './targets';
import type { Location, Variable } from './types';
import { webFolderEdits } from './web-folders';

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
  return joined([switchable(context, KIND, resources), instanceFolder(context), expressions(context)]);
}

function expressions(context: RewriteContext): Rewrite {
  const constants = constantsFor(context);
  if (constants.names.size === 0 && !hasLocations(context))
    return switchable(context, KIND, searchRootEdits(context, []));
  const { locations, isTooDeep } = readLocations(context, constants);
  if (locations) return follows(context, locations);
  return { edits: [], review: isTooDeep ? [tooDeep(context)] : [] };
}

const FINDERS = new Set(['files', 'getfile', 'getsourcefile']);

/** Does a file say what paths are made from? The facts know what docstrings and comments only talk about. */
function hasLocations({ facts, text }: RewriteContext): boolean {
  if (text.includes('__path__')) return true;
  const isRead =
    text.includes('__file__') && facts.references.some(({ parts }) => parts.includes('__file__'));
  return isRead || callsNamed(facts, FINDERS).length > 0;
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
  for (const location of collected.locations) {
    const use = rewriteUse(places, location);
    const isSilent = use.edits.length + use.review.length === 0;
    const named = isSilent ? renamedFolder(places, location) : [];
    results.push(use, { edits: [], review: [...named, ...scattered(places, location)] });
  }
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

/** A folder is listed, and files that lay in it went elsewhere: no edit brings them back together. */
function scattered(places: Places, location: Location): Rewrite['review'] {
  const before = location.listed ? placeBefore(places, location) : null;
  if (before === null || before === '' || isWholePackage(places, location, before)) return [];
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
