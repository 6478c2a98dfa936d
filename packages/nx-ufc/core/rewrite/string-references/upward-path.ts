import type { ReviewItem } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { above, follow, relativeSegments, targetsOf } from '../locations/targets';
import { proposedEdit } from '../proposal';

const UPWARD = /^((?:\.\.\/)+[\w.-]+(?:\/[\w.-]+)*)\/?$/;

/**
 * A literal of a test that leads up from the folder of its file to what moved. It is meant where the tests change to that folder, which is not
 * known: something to decide.
 */
export function upwardPath(context: RewriteContext, string: StringFact): ReviewItem | null {
  const { info, mapping, project } = context;
  const named = info.area === 'test' && !string.bytes ? UPWARD.exec(string.value)?.[1] : undefined;
  const path = named === undefined ? null : follow(above(info.path, 1) ?? '', named.split('/'));
  if (named === undefined || path === null) return null;
  const targets = targetsOf(mapping, project);
  const target = targets.isFile(path) || targets.isFolder(path) ? targets.of(path) : null;
  if (target === null) return null;
  const text = relativeSegments(above(targets.file(info.path), 1) ?? '', target).join('/');
  if (text === named) return null;
  const start = string.span.start + string.prefix.length + string.quote.length;
  const edit = plannedEdit(context, { start, end: start + named.length }, text, 'string', '', string.line);
  const message = `"${named}" is now ${text}, if it begins at the folder of this file; left as it is`;
  return proposedEdit(context, edit, 'PATH_REFERENCE', message);
}
