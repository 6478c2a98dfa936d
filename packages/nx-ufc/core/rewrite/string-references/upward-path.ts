import type { PlannedEdit, ReviewItem } from '../../plan/types';
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
  const edit = context.info.area === 'test' ? upwardEdit(context, string) : null;
  if (edit === null) return null;
  const message = `"${edit.before}" is now ${edit.text}, if it begins at the folder of this file; left as it is`;
  return proposedEdit(context, edit, 'PATH_REFERENCE', message);
}

/**
 * Settings whose paths begin at their folder: `apidoc_module_dir = "../pkg"`, `{"path": "../pkg"}` of `apidoc_modules`, `autoapi_dirs = ["../pkg"]`
 * (https://www.sphinx-doc.org/en/master/usage/extensions/apidoc.html, https://sphinx-autoapi.readthedocs.io/en/latest/reference/config.html).
 */
const SPHINX_FOLDER = /\napidoc_module_dir\s*=\s*$|\nautoapi_dirs\s*=\s*[[(][^\])]*$|["']path["']\s*:\s*$/;

/** The edit of a literal of Sphinx's settings that is the folder of a package, from the folder of the settings. */
export function sphinxFolder(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { info, text } = context;
  if (info.area !== 'doc' || !info.path.endsWith('/conf.py')) return null;
  const before = text.slice(Math.max(0, string.span.start - 200), string.span.start);
  return SPHINX_FOLDER.test(before) ? upwardEdit(context, string) : null;
}

function upwardEdit(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { info, mapping, project } = context;
  const isUpward = !string.bytes && string.value.startsWith('../');
  const named = isUpward ? UPWARD.exec(string.value)?.[1] : undefined;
  const path = named === undefined ? null : follow(above(info.path, 1) ?? '', named.split('/'));
  if (named === undefined || path === null) return null;
  const targets = targetsOf(mapping, project);
  const target = targets.isFile(path) || targets.isFolder(path) ? targets.of(path) : null;
  const place = targets.file(info.path);
  if (target === null || (target === path && place === info.path)) return null;
  const text = relativeSegments(above(place, 1) ?? '', target).join('/');
  if (text === '' || text === named) return null;
  const start = string.span.start + string.prefix.length + string.quote.length;
  const edit = plannedEdit(context, { start, end: start + named.length }, text, 'string', '', string.line);
  return { ...edit, evidence: 'path-string: path from the folder of the file' };
}
