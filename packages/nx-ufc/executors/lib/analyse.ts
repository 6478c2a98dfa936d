import { join } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import { analyseTree } from '../../core/project/analysis';
import { loadBlueprint } from '../../platform/blueprint';
import { readSourceTree } from '../../platform/source-tree';
import type { GateTarget } from './define-executor';

/** Read and analyse the project of a gate. */
export function analyseTarget(target: GateTarget): Analysis {
  const tree = readSourceTree(join(target.workspaceRoot, target.root), target.root);
  return analyseTree(target.root.slice(target.root.lastIndexOf('/') + 1), tree, loadBlueprint());
}
