import type { MovedNames } from '../merge/config-references/kind';
import type { PlannedEdit } from '../plan/types';
import { isAmong, placeOf, searchPathArguments } from '../project/search-path';
import type { Span } from '../python/facts/types';
import { plannedEdit } from '../rewrite/context';
import { downsEdits } from '../rewrite/locations/downs-edit';
import { walked } from '../rewrite/locations/places';
import { readLocations, type ReadModule } from '../rewrite/locations/read-locations';
import { above, relativeSegments, stepsUp } from '../rewrite/locations/targets';
import type { Location, Variable } from '../rewrite/locations/types';
import type { Edit } from '../text/edits';

/**
 * Paths of the package in a Python file of another project that begin at `__file__`, so that it is certain what they lead to: `ROOT / "libs" / "models"`. What
 * puts the folder on `sys.path` leads to the folder that the package is imported from now.
 * @param module with its path in the workspace
 * @param names how files outside of the package name what moved
 */
export function anchoredPaths(module: ReadModule, names: MovedNames): PlannedEdit[] {
  const { text, facts } = module;
  const found = text.includes('__file__') ? readLocations(module).locations : null;
  if (!found) return [];
  const { locations, variables } = found;
  const searched = searchPathArguments(facts);
  return [...variables.map(({ location }) => location), ...locations].flatMap((location) => {
    const edits = editsOf(location, { names, searched, variables, text });
    return edits.map((edit) =>
      plannedEdit({ text }, edit, edit.text, 'reference', 'path of what moved, from __file__'),
    );
  });
}

interface Known {
  text: string;
  names: MovedNames;
  /** What is put on `sys.path`. */
  searched: readonly Span[];
  variables: readonly Variable[];
}

function editsOf(location: Location, known: Known): Edit[] {
  const { anchor, downs } = location;
  const before = placeOf(location);
  const target = before === null || location.listed ? null : targetOf(before, location, known);
  if (before === null || target === null || downs.length === 0) return [];
  const own =
    anchor.kind === 'variable'
      ? placeOf(anchor.variable.location)
      : placeOf({ ...location, ups: [], downs: [] });
  if (own === null) return [];
  const base = anchor.kind === 'variable' ? (targetOf(own, anchor.variable.location, known) ?? own) : own;
  if (walked(base, location) === target) return [];
  const folder = above(base, stepsUp(location));
  return (folder !== null && downsEdits(known.text, downs, relativeSegments(folder, target))) || [];
}

/** What stands between the name of a variable and its value. */
const ASSIGNED = /^\s*(:[^\n=]+)?=\s*$/;

function isEmpty({ ups, downs }: Location): boolean {
  return ups.length + downs.length === 0;
}

/** Where a path leads now; null when it is none of the package. */
function targetOf(before: string, location: Location, known: Known): string | null {
  const { names, searched, variables, text } = known;
  const variable = variables.find((one) => one.location === location);
  const isBinding = ({ span }: Location) => ASSIGNED.test(text.slice(span.end, location.span.start));
  const uses = variable?.uses.filter((use) => isEmpty(use) && !isBinding(use)) ?? [location];
  const isSearched = uses.length > 0 && uses.every(({ span }) => isAmong(searched, span));
  const folder = isSearched ? (names.mapSearchPath?.(before) ?? null) : null;
  return folder ?? names.mapPath(before) ?? names.mapBelow(before);
}
