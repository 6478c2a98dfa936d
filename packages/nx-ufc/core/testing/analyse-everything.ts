import type { Blueprint } from '../blueprint/types';
import { checkZeroTolerance } from '../compliance/zero-tolerance';
import { modelFiles } from '../data-models/files';
import { detectRoutes } from '../endpoints';
import { buildInventory } from '../inventory/build';
import { proposeMap } from '../plan/propose';
import { analyseTree } from '../project/analysis';
import type { SourceTree } from '../project/types';

/** What the analysing commands compute of a tree, one after the other. @returns the paths that have facts */
export function analyseEverything(tree: SourceTree, blueprint: Blueprint): string[] {
  const analysis = analyseTree('sample', tree, blueprint);
  const inventory = buildInventory(analysis, detectRoutes(analysis.project), modelFiles(analysis));
  checkZeroTolerance(analysis);
  proposeMap(analysis, { package: 'au_sys_sample', derivesMetadata: false });
  return inventory.modules.map(({ path }) => path);
}
