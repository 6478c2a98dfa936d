import { applyEdits, type Edit } from '../../text/edits';
import type { Rewrite } from '../context';
import { plannedEdit } from '../context';
import { proposedEdit } from '../proposal';
import type { Places } from './places';
import type { Location } from './types';

export const KIND = 'file-location';

/** Edits of a path that certainly leads to what moved. */
export function planned(places: Places, edits: readonly Edit[], before: string, target: string) {
  const evidence = `${KIND}: ${wording(before, target)}`;
  return edits.map((edit) => plannedEdit(places.context, edit, edit.text, 'reference', evidence));
}

/** Edits of a path that leads to what lies beside the project. */
export function besideEdits({ context }: Places, edits: readonly Edit[], path: string) {
  const evidence = `${KIND}: ${path === '' ? 'the workspace' : path} lies beside the project`;
  return edits.map((edit) => plannedEdit(context, edit, edit.text, 'reference', evidence));
}

function wording(before: string, target: string): string {
  return `${before === '' ? 'the project' : before} is now ${target === '' ? 'the capability' : target}`;
}

/** One item for the whole expression, however many edits it would take. */
export function proposed(
  { context }: Places,
  edits: readonly Edit[],
  { span }: Location,
  before: string,
  target: string,
): Rewrite {
  const start = Math.min(span.start, ...edits.map((edit) => edit.start));
  const end = Math.max(span.end, ...edits.map((edit) => edit.end));
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const text = applyEdits(context.text.slice(start, end), inside);
  const message = `as a folder, ${wording(before, target)}; left as it is, since what is used of it is not known`;
  const edit = plannedEdit(context, { start, end }, text, 'reference', KIND);
  return { edits: [], review: [proposedEdit(context, edit, 'FILE_LOCATION', message)] };
}

/** A path to what moved that a person must edit. */
export function unfollowed(places: Places, location: Location, before: string): Rewrite {
  return unedited(places, location, `leads to ${before}, which is now ${places.targets.of(before)}`);
}

/** A path that a person must edit. @param fact what it does */
export function unedited({ context }: Places, location: Location, fact: string): Rewrite {
  const span = { start: location.span.start, end: location.span.start };
  const edit = plannedEdit(context, span, '', 'reference', KIND);
  const message = `the path ${fact}; its form cannot be edited simply`;
  const item = proposedEdit(context, edit, 'FILE_LOCATION', message);
  delete item.proposal;
  return { edits: [], review: [item] };
}
