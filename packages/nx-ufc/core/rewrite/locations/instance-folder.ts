import type { ReviewItem } from '../../plan/types';
import type { CallFact, FileFacts } from '../../python/facts/types';
import { columnAt } from '../../text/lines';
import { plannedEdit, type Rewrite, type RewriteContext } from '../context';
import { switchable } from '../proposal';
import { KIND } from './outcomes';
import { joinPath } from './targets';
import { isWebApplication, webParts } from './web-folders';

/** Uses of the folder: by name, by the option that settings are read there, and by databases that Flask-SQLAlchemy puts into it. */
const USES = /\binstance_path\b|\binstance_relative_config\s*=\s*True\b|\bsqlite:\/\/\/(?![/:{"'])/;
/** A project that says how it is installed may run from where it is installed, and has another folder there. */
const PACKAGING = /^(setup\.py|setup\.cfg|pyproject\.toml)$/;

/**
 * The folder of what a Flask application writes lies beside its package, as long as that is not installed
 * (https://flask.palletsprojects.com/en/stable/config/#instance-folders). Beside the new one there is nothing yet: a database would be made anew. An
 * application that runs from its folder is told to go on with the one that it has.
 */
export function instanceFolder(context: RewriteContext): Rewrite {
  const { facts, info, mapping, project, text } = context;
  const calls = info.area === 'shipped' ? webParts(facts).filter(isOfModule) : [];
  const before = calls.length === 0 ? null : folderBeside(info.path, info.name);
  if (before === null || !usesFolder(context, before)) return { edits: [], review: [] };
  const path = mapping.paths.get(info.path) ?? info.path;
  const after = folderBeside(path, mapping.modules.get(info.name) ?? info.name);
  if (after === null || before === after) return { edits: [], review: [] };
  const isInstalled = project.tree.files.some((file) => PACKAGING.test(file.path));
  const expression = isInstalled ? null : pathFrom(facts, path, before);
  if (expression === null)
    return { edits: [], review: calls.map((call) => listed(info.path, text, call, before, after)) };
  const evidence = `${KIND}: ${before} stays where it is`;
  const edits = calls.map(({ arguments: given, line }) => {
    const last = given.findLast(({ keyword }) => keyword === null) ?? given[0];
    const { end } = last.span;
    return plannedEdit(
      context,
      { start: end, end },
      `, instance_path=${expression}`,
      'reference',
      evidence,
      line,
    );
  });
  return switchable(context, KIND, edits);
}

function isOfModule(call: CallFact): boolean {
  const { arguments: given } = call;
  return (
    isWebApplication(call) &&
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

/** A folder of the project as an absolute path from a module, by what that has imported; null when it has nothing for paths. */
function pathFrom(facts: FileFacts, module: string, folder: string): string | null {
  const steps = module.split('/').length - 1;
  const names = folder.split('/').map((name) => `"${name}"`);
  if (imports(facts, 'import', '', 'os')) {
    const parts = [...Array.from({ length: steps }, () => '".."'), ...names];
    return `os.path.abspath(os.path.join(os.path.dirname(__file__), ${parts.join(', ')}))`;
  }
  if (!imports(facts, 'from', 'pathlib', 'Path')) return null;
  return `str(Path(__file__).resolve().parents[${steps}] / ${names.join(' / ')})`;
}

function imports(
  { imports: all }: FileFacts,
  kind: 'import' | 'from',
  module: string,
  name: string,
): boolean {
  return all.some(
    (fact) =>
      fact.kind === kind &&
      fact.module === module &&
      fact.scopeId === 0 &&
      fact.names.some((one) => one.name === name && one.alias === null),
  );
}

function listed(
  path: string,
  text: string,
  { line, span }: CallFact,
  before: string,
  after: string,
): ReviewItem {
  const message = `Flask looks for the instance folder beside the package: in ${after}, where it was ${before}; give instance_path, or move what is in the folder`;
  return { path, line, column: columnAt(text, span.start), rule: 'INSTANCE_FOLDER', message };
}
