import type { TreeFile } from '../project/types';
import { above, follow } from '../rewrite/locations/targets';

/** The file of the tree that a link leads to; null for what is no link, or an absolute one. */
export function linkedFile({ path, symlink }: Pick<TreeFile, 'path' | 'symlink'>): string | null {
  if (symlink === null || symlink.startsWith('/')) return null;
  const segments = symlink.split('/').filter((part) => part !== '' && part !== '.');
  return follow(above(path, 1) ?? '', segments);
}
