import type { ProjectFacts, TreeFile } from '../project/types';
import { above, follow, relativeSegments, targetsOf, type Targets } from '../rewrite/locations/targets';
import type { MoveMapping } from '../rewrite/mapping';
import type { ReviewItem } from './types';

/** What a link leads to, relative to the tree; null for what is no link, or an absolute one. */
export function linkedPath({ path, symlink }: Pick<TreeFile, 'path' | 'symlink'>): string | null {
  if (symlink === null || symlink.startsWith('/')) return null;
  const segments = symlink.split('/').filter((part) => part !== '' && part !== '.');
  return follow(above(path, 1) ?? '', segments);
}

/**
 * Where a link at its new place points to after both ends moved; null for what becomes a copy, because the file that it leads to is not
 * carried along, and for what is no link.
 */
export function movedLink(file: TreeFile, target: string, targets: Targets): string | null {
  const linked = linkedPath(file);
  const isKept = linked !== null && (file.isBareLink || targets.isFile(linked));
  const end = isKept ? targets.of(linked) : null;
  if (end === null) return file.isBareLink ? file.symlink : null;
  return relativeSegments(above(target, 1) ?? '', end).join('/') || '.';
}

/** Links that lead to nothing, or to a folder whose files did not stay together. */
export function linksToReview(project: ProjectFacts, mapping: MoveMapping): ReviewItem[] {
  const targets = targetsOf(mapping, project);
  return project.tree.files.flatMap((file) => {
    const problem = file.isBareLink && mapping.paths.has(file.path) ? problemOf(file, targets) : null;
    if (!problem) return [];
    const message = `the link leads to ${file.symlink}, ${problem}; it is carried along as a link`;
    return [{ path: file.path, line: 1, column: 1, rule: 'LINK', message }];
  });
}

function problemOf(file: TreeFile, targets: Targets): string | null {
  const linked = linkedPath(file);
  if (linked === '') return null;
  if (linked === null || !targets.isFolder(linked)) return 'where none of the files lies';
  return targets.of(linked) === null ? 'a folder whose files went to several places' : null;
}
