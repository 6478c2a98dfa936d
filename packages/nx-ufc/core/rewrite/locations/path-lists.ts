import type { Expr } from '../../python/ast';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { literalPath } from './literal';
import { follow, relativeSegments, type Targets } from './targets';

/** A folder that a module knows by its own place: where it was, and where the module looks for it now. */
export interface ListedFolder {
  before: string;
  after: string;
}

/**
 * Lists of paths below a folder that the module knows: `FILES = ["a.py", "sub/b.py"]` beside `join(HERE, name)`. Such a list counts when
 * every one of them is a file that is there.
 */
export function pathLists(
  context: RewriteContext,
  lists: readonly (readonly Expr[])[],
  folders: readonly ListedFolder[],
  targets: Targets,
): PlannedEdit[] {
  return lists.flatMap((list) => {
    const paths = list.map((node) => literalPath(context.text, node, 'argument'));
    for (const { before, after } of folders) {
      const files = paths.map((path) => (path ? follow(before, path.segments) : null));
      if (!files.every((file) => file !== null && targets.isFile(file))) continue;
      return files.flatMap((file, i) => {
        const target = targets.of(file!);
        const text = target === null ? null : relativeSegments(after, target).join('/');
        if (text === null || text === paths[i]!.segments.join('/')) return [];
        const evidence = `file-location: ${file} is now ${target}`;
        return [plannedEdit(context, paths[i]!.body, text, 'reference', evidence)];
      });
    }
    return [];
  });
}
