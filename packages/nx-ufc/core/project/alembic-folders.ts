import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, readonly string[]>();

/**
 * The folder of Alembic inside of a package that a file lies in; null when it lies in none. Alembic is told one folder, and finds `env.py`, its
 * template and all the versions in it (https://alembic.sqlalchemy.org/en/latest/tutorial.html#the-migration-environment).
 */
export function alembicFolderOf(project: ProjectFacts, path: string): string | null {
  return alembicFolders(project).find((folder) => path.startsWith(`${folder}/`)) ?? null;
}

/** A folder with an `env.py` that asks Alembic for its context, or with the template and versions right in it, as Flask-Alembic has them. */
function alembicFolders(project: ProjectFacts): readonly string[] {
  const known = cache.get(project);
  if (known) return known;
  const paths = new Set(project.tree.files.map(({ path }) => path));
  const found = new Set<string>();
  for (const [path, facts] of project.facts) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!path.includes('/') || project.modulesByPath.get(path)?.area !== 'shipped') continue;
    const hasTemplate = paths.has(`${folder}/script.py.mako`);
    const isHome = path.endsWith('/env.py') ? asksForContext(facts) : hasTemplate && isVersion(facts);
    if (isHome) found.add(folder);
  }
  const folders = [...found];
  cache.set(project, folders);
  return folders;
}

function asksForContext({ imports }: FileFacts): boolean {
  return imports.some(
    ({ kind, module, names }) =>
      kind === 'from' && module === 'alembic' && names.some(({ name }) => name === 'context'),
  );
}

function isVersion({ assignments }: FileFacts): boolean {
  const names = assignments.filter(({ scopeId }) => scopeId === 0).map(({ target }) => target);
  return names.includes('revision') && names.includes('down_revision');
}
