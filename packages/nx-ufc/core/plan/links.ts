import { posix } from 'node:path';
import type { TreeFile } from '../project/types';

/** The file of the tree that a link leads to; null for what is no link, or an absolute one. */
export function linkedFile({ path, symlink }: Pick<TreeFile, 'path' | 'symlink'>): string | null {
  return symlink === null || posix.isAbsolute(symlink) ? null : posix.join(posix.dirname(path), symlink);
}
