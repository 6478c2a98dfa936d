import type { Analysis } from '../project/analysis';
import { analyseTree } from '../project/analysis';
import type { SourceTree } from '../project/types';
import type { Blueprint } from '../blueprint/types';

/** A source tree from texts, for tests: path → content. */
export function treeOf(files: Record<string, string>): SourceTree {
  return {
    root: 'legacy/sample',
    files: Object.entries(files)
      .map(([path, text]) => ({ path, bytes: Buffer.from(text), mode: 0o644, symlink: null }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    emptyFolders: [],
    ignored: [],
  };
}

export function analysisOf(files: Record<string, string>, blueprint: Blueprint, name = 'sample'): Analysis {
  return analyseTree(name, treeOf(files), blueprint);
}
