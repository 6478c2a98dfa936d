import { join } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import { analyse } from '../../platform/analyse';
import { loadBlueprint } from '../../platform/blueprint';
import { readSourceTree } from '../../platform/source-tree';
import type { GateTarget } from './define-executor';

/** Read and analyse the project of a gate. */
export function analyseTarget(target: GateTarget): Analysis {
  return analyseFolder(target.workspaceRoot, target.root);
}

/** Read and analyse a workspace-relative folder. */
export function analyseFolder(workspaceRoot: string, root: string): Analysis {
  const tree = readSourceTree(join(workspaceRoot, root), root);
  return analyse(workspaceRoot, root.slice(root.lastIndexOf('/') + 1), tree, loadBlueprint());
}
