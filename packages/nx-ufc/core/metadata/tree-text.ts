import type { SourceTree } from '../project/types';

/** The text of a file of a tree, without a byte order mark; null when there is none. */
export function textAt({ files }: SourceTree, path: string): string | null {
  const file = files.find((one) => one.path === path);
  return file
    ? Buffer.from(file.bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
    : null;
}
