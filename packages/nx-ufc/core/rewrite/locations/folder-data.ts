import type { RewriteContext } from '../context';

/** Of the data in a folder: how many files lie below a new place as they lay below the old one. */
export function dataBelow({ mapping, project }: RewriteContext, folder: string, target: string): number {
  if (folder === '') return 0;
  const place = (path: string) => (target === '' ? '' : `${target}/`) + path.slice(folder.length + 1);
  return project.tree.files.filter(
    ({ path }) =>
      path.startsWith(`${folder}/`) &&
      !project.modulesByPath.has(path) &&
      !path.endsWith('/py.typed') &&
      mapping.paths.get(path) === place(path),
  ).length;
}
