import { dependencyReport } from './dependencies';
import { commandsOf } from '../cli-map';
import { detectRoutes, endpointsOf, type Detected } from '../endpoints';
import { modelFiles, type ModelFile } from '../data-models/files';
import { listModels } from './models';
import type { Analysis } from '../project/analysis';
import { openedBy } from '../plan/data-files';
import { importCycles } from '../project/import-graph';
import { isInRoot } from '../project/roots';
import { targetMinors } from '../project/stdlib-versions';
import { proposeSplits } from '../split/propose';
import { moduleEntry } from './module-entry';
import { reviewRows } from './review';
import { totalsOf } from './totals';
import type { CodeInventory } from './types';

/** The inventory of a project: what CODE_INVENTORY.json says. Deterministic; nothing in it depends on place or time. */
export function buildInventory(
  analysis: Analysis,
  detected: Detected = detectRoutes(analysis.project),
  files: readonly ModelFile[] = modelFiles(analysis),
): CodeInventory {
  const { project, metadata, blueprint, edges, classifications } = analysis;
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const modules = [...project.modulesByPath.values()].map((info) =>
    moduleEntry(project, info, blueprint, declared, classifications.get(info.path)!),
  );
  const packageData = dataOf(analysis);
  const graph = { edges: [...edges], cycles: importCycles(edges) };
  const endpoints = endpointsOf(detected);
  return {
    schema: 'ufc:code-inventory:1',
    package: project.layout.roots[0]?.name ?? project.name,
    root: project.tree.root,
    layout: project.layout,
    python: {
      requires: metadata.requiresPython,
      versions: targetMinors(metadata.requiresPython).map((minor) => `3.${minor}`),
    },
    entryPoints: metadata.entryPoints,
    packageData,
    modules,
    graph,
    endpoints,
    endpointGaps: detected.gaps,
    commands: commandsOf(project, metadata, detected.symbols),
    models: listModels(files),
    dependencies: dependencyReport(project, metadata),
    splits: proposeSplits(analysis),
    review: reviewRows({ modules, graph, endpoints }, blueprint),
    totals: totalsOf(project, modules, packageData.length),
  };
}

/** What lies in the packages beside their modules. */
function dataOf({ project }: Analysis): CodeInventory['packageData'] {
  const { layout, tree } = project;
  return tree.files
    .filter(({ path }) => !/\.pyi?$/.test(path) && layout.roots.some((root) => isInRoot(root, path)))
    .map(({ path }) => ({ path, openedBy: openedBy(project, path) }));
}
