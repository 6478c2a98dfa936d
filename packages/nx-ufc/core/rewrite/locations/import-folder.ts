import { isAmong, placeOf, searchPathArguments } from '../../project/search-path';
import type { Span } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { newSearchPath } from './source-folder';
import type { Anchor, Location } from './types';

/** How far before a path the name of the variable that it is given to is looked for. */
const NEAR = 160;

/**
 * The folder that packages are imported from now, where a path means that one, which the project's folder was by chance: a module that moved along puts it
 * on the path of modules, or it is what lies above the package, wherever that is installed.
 */
export function importFolderNow(context: RewriteContext, location: Location): string | null {
  if (placeOf(location) !== '') return null;
  const { facts, info, mapping, project, text } = context;
  const isMoved = (mapping.paths.get(info.path) ?? info.path) !== info.path;
  const isSearched = () =>
    isAmong(searchPathArguments(facts), location.span) || isInPythonPath(text, location.span);
  const isIt = (isMoved && isSearched()) || isAbovePackage(context, location);
  return isIt ? newSearchPath(project, mapping) : null;
}

/** `dirname(dirname(pkg.__file__))`: of a package that is installed nothing else is known to lie there. */
export function isAbovePackage({ info, project, text }: RewriteContext, location: Location): boolean {
  const { downs, listed, compared, span } = location;
  if (downs.length > 0 || listed || compared || /\bcwd\s*=\s*(str\()?$/.test(before(text, span)))
    return false;
  const anchor = beginning(location);
  return project.layout.roots.some(({ path }) =>
    anchor.kind === 'file'
      ? anchor.path === `${path}/__init__.py` && anchor.path !== info.path
      : anchor.kind === 'package' && !anchor.own && anchor.folder === path,
  );
}

function beginning({ anchor }: Location): Anchor {
  return anchor.kind === 'variable' ? beginning(anchor.variable.location) : anchor;
}

/** `env["PYTHONPATH"] = X`, `setenv("PYTHONPATH", X)`, `X + os.pathsep + …`, `os.pathsep.join([X, …])` */
function isInPythonPath(text: string, span: Span): boolean {
  const lead = before(text, span);
  if (/^\)*\s*\+\s*os\.pathsep\b/.test(text.slice(span.end, span.end + NEAR))) return true;
  if (/\bos\.pathsep(\s*\+|\.join\(\s*[[(])\s*(str\()?$/.test(lead)) return true;
  const at = lead.lastIndexOf('PYTHONPATH');
  const between = at < 0 ? '' : lead.slice(at + 'PYTHONPATH'.length);
  // A line goes on in the next one behind a bracket.
  return /^["']?\]?\s*[:=,][\w.()[\]{}\s]*$/.test(between) && !/[^([{\s][ \t]*\r?\n/.test(between);
}

function before(text: string, span: Span): string {
  return text.slice(Math.max(0, span.start - NEAR), span.start);
}
