import type { RewriteContext } from '../context';
import { above, follow, stepsUp, type Targets } from './targets';
import type { Location, Variable } from './types';

/** Old and new places of what has been decided on so far. */
export interface Places {
  context: RewriteContext;
  targets: Targets;
  old: Map<Variable, string | null>;
  now: Map<Variable, string | null>;
}

/** Where what a location starts from was. */
export function baseBefore({ old }: Places, { anchor }: Location): string | null {
  if (anchor.kind === 'file') return anchor.path;
  return anchor.kind === 'package'
    ? anchor.folder
    : (anchor.variable.fixed?.before ?? old.get(anchor.variable) ?? null);
}

/** Where it is now, as far as that was decided on. */
export function baseNow({ now, targets, context }: Places, { anchor }: Location): string | null {
  if (anchor.kind === 'file') return targets.file(anchor.path);
  if (anchor.kind === 'package')
    return anchor.own ? above(targets.file(context.info.path), 1) : targets.of(anchor.folder);
  return anchor.variable.fixed?.now ?? now.get(anchor.variable) ?? null;
}

/** What a location led to; null when that is not known, or lies outside of the project. */
export function placeBefore(places: Places, location: Location): string | null {
  return walked(baseBefore(places, location), location);
}

/** What a location leads to from a base. */
export function walked(base: string | null, location: Location): string | null {
  const folder = base === null ? null : above(base, stepsUp(location));
  const segments = location.downs.flatMap((down) => down.segments);
  return folder === null ? null : follow(folder, segments);
}
