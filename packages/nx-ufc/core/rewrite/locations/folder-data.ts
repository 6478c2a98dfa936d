import type { RewriteContext } from '../context';

/**
 * Does a folder have data in it, and does all of that lie below its new place as it lay below the old one? Then whoever is
 * given the folder finds what it may be asked for: `def root(): return dirname(__file__)`.
 */
export function keepsData({ mapping, project }: RewriteContext, folder: string, target: string): boolean {
  if (folder === '') return false;
  const data = project.tree.files.filter(
    ({ path }) =>
      path.startsWith(`${folder}/`) && !project.modulesByPath.has(path) && !path.endsWith('/py.typed'),
  );
  const place = (path: string) => (target === '' ? '' : `${target}/`) + path.slice(folder.length + 1);
  return data.length > 0 && data.every(({ path }) => mapping.paths.get(path) === place(path));
}
