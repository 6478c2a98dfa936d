import type { ReviewItem } from '../plan/types';
import type { CallFact } from '../python/facts/types';
import { columnAt } from '../text/lines';
import type { RewriteContext } from './context';
import { WEB_APPLICATION } from './locations/web-folders';
import { joinPath } from './locations/targets';

/** Uses of the folder: by name, by the option that settings are read there, and by databases that Flask-SQLAlchemy puts into it. */
const USES = /\binstance_path\b|\binstance_relative_config\s*=\s*True\b|\bsqlite:\/\/\/(?![/:{"'])/;

/**
 * The folder of what a Flask application writes lies beside its package (https://flask.palletsprojects.com/en/stable/config/#instance-folders). Beside the
 * new one there is nothing yet: a database would be made anew. What the right folder is depends on where the application is installed.
 */
export function instanceFolder(context: RewriteContext): ReviewItem[] {
  const { facts, info, text, mapping } = context;
  if (info.area !== 'shipped') return [];
  const calls = facts.calls.filter((call) => WEB_APPLICATION.test(call.callee) && isOfModule(call));
  if (calls.length === 0) return [];
  const before = folderBeside(info.path, info.name);
  const after = folderBeside(
    mapping.paths.get(info.path) ?? info.path,
    mapping.modules.get(info.name) ?? info.name,
  );
  if (before === null || after === null || before === after || !usesFolder(context, before)) return [];
  return calls.map(({ line, span }) => ({
    path: info.path,
    line,
    column: columnAt(text, span.start),
    rule: 'INSTANCE_FOLDER',
    message: `Flask looks for the instance folder beside the package: in ${after}, where it was ${before}; give instance_path, or move what is in the folder`,
  }));
}

function isOfModule({ arguments: given }: CallFact): boolean {
  return (
    given.some(({ value }) => value.kind === 'name' && value.name === '__name__') &&
    !given.some(({ keyword }) => keyword === 'instance_path')
  );
}

function folderBeside(path: string, name: string): string | null {
  const place = name.replaceAll('.', '/');
  const ending = [`${place}.py`, `${place}/__init__.py`].find((one) => `/${path}`.endsWith(`/${one}`));
  return ending === undefined ? null : joinPath(path.slice(0, -ending.length).replace(/\/$/, ''), 'instance');
}

function usesFolder({ project }: RewriteContext, folder: string): boolean {
  return (
    project.tree.files.some(({ path }) => path.startsWith(`${folder}/`)) ||
    [...project.modulesByPath.values()].some(
      ({ path, area }) => area === 'shipped' && USES.test(project.sources.get(path)?.text ?? ''),
    )
  );
}
