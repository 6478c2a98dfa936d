import type { RewriteContext } from '../context';

/** Of the data in a folder: how many files lie below a new place as they lay below the old one. */
export function dataBelow(context: RewriteContext, folder: string, target: string): number {
  const place = (path: string) => (target === '' ? '' : `${target}/`) + path.slice(folder.length + 1);
  return dataOf(context, folder).filter((path) => context.mapping.paths.get(path) === place(path)).length;
}

/** Did all the data in a folder go to one place, as it lay there? */
export function isAllDataBelow(context: RewriteContext, folder: string, target: string): boolean {
  const count = dataOf(context, folder).length;
  return count > 0 && dataBelow(context, folder, target) === count;
}

function dataOf({ project }: RewriteContext, folder: string): string[] {
  if (folder === '') return [];
  return project.tree.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        path.startsWith(`${folder}/`) && !project.modulesByPath.has(path) && !path.endsWith('/py.typed'),
    );
}
