import { detectRoutes } from '../../core/endpoints';
import { buildInventory } from '../../core/inventory/build';
import { modelFiles } from '../../core/data-models/files';
import { modelOptions } from '../../core/data-models/options';
import { SCHEMA_FOLDER } from '../../core/inventory/models';
import { inventoryPage } from '../../core/inventory/html/page';
import { inventoryView } from '../../core/inventory/html/view';
import { buildOpenApi } from '../../core/openapi/document';
import { inventoryPageParts } from '../../platform/inventory-page';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { removeReports, writeReport } from '../lib/report';

/** `nx run P:inventory`: everything that the code says of itself. Succeeds when every file was read. */
export function inventoryGate(target: GateTarget): GateResult {
  const analysis = analyseTarget(target);
  const routes = detectRoutes(analysis.project);
  const files = modelFiles(analysis);
  const inventory = buildInventory(analysis, routes, files);
  writeReport(target, 'CODE_INVENTORY.json', inventory);
  removeReports(target, SCHEMA_FOLDER);
  for (const { file, schema } of files) writeReport(target, `${SCHEMA_FOLDER}/${file}`, schema);
  const { metadata } = analysis;
  const openapi = buildOpenApi(routes, {
    title: metadata.name ?? inventory.package,
    version: metadata.version,
    options: modelOptions(metadata),
  });
  writeReport(target, 'openapi.json', openapi);
  const view = inventoryView(inventory, analysis.blueprint);
  writeReport(target, 'inventory.html', inventoryPage(view, inventoryPageParts()));
  const { totals, graph, endpoints, commands, models } = inventory;
  const broken = inventory.modules.flatMap((module) =>
    module.parseErrors.map(
      (error) => `${target.root}/${module.path}:${error.line}:${error.column} SYNTAX_ERROR ${error.message}`,
    ),
  );
  const lines = [
    ...broken,
    `${target.project}: ${totals.files} files, ${totals.modules} modules, ${totals.lines} lines, ${totals.classes} classes, ${totals.functions} functions`,
    `  ${graph.edges.length} imports between modules, ${graph.cycles.length} import cycles, ${endpoints.length} endpoints, ${commands.length} commands, ${models.length} data models, ${totals.parseErrors} files that do not parse`,
    `  dist/ufc/${target.root}/CODE_INVENTORY.json`,
    `  dist/ufc/${target.root}/${SCHEMA_FOLDER}/ (${files.length} JSON Schemas)`,
    `  dist/ufc/${target.root}/openapi.json`,
    `  dist/ufc/${target.root}/inventory.html`,
  ];
  return { success: true, terminalOutput: `${lines.join('\n')}\n` };
}

const executor = defineExecutor(inventoryGate);
export const batch = executor.batch;
export default executor.single;
