import type { Edit } from '../../text/edits';
import { newNameOf } from '../context';
import { downsEdits } from './downs-edit';
import { baseNow, type Places } from './places';
import { above, relativeSegments, stepsUp } from './targets';
import type { Location } from './types';
import { upsEdits } from './ups-edit';

/** Edits that lead an expression to its new target; null when its form does not allow that. */
export function editsTo(places: Places, location: Location, target: string): Edit[] | null {
  const base = baseNow(places, location);
  return base === null ? null : editsFrom(places, location, base, target);
}

/** The same from where what it starts from is taken to be. */
export function editsFrom(places: Places, location: Location, base: string, target: string): Edit[] | null {
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
