import type { Blueprint } from '../core/blueprint/types';
import type { Analysis } from '../core/project/analysis';
import { analyseTree } from '../core/project/analysis';
import type { SourceTree } from '../core/project/types';
import { openFactsCache } from './facts-cache/facts-cache';
import { optimiseLate } from './optimise-late';

/**
 * Analyse a tree that was read; files that did not change since the last time are not parsed again.
 * @param remember whether what is found is kept for the next time; not worth it for files that the command takes away
 */
export function analyse(
  workspaceRoot: string,
  name: string,
  tree: SourceTree,
  blueprint: Blueprint,
  remember = true,
): Analysis {
  optimiseLate();
  const cache = openFactsCache(workspaceRoot, tree.root);
  const analysis = analyseTree(name, tree, blueprint, { factsOf: cache.factsOf });
  if (remember) cache.save();
  return analysis;
}
