import type { Blueprint } from '../../blueprint/types';
import type { CodeInventory, InventoryModule } from '../types';
import { isShown } from './shown';
import type { InventoryView } from './types';

type Row = InventoryView['review'][number];

/** Everything that a person should look at before code moves, the riskiest first. Risk is from 0 to 100. */
export function reviewRows(inventory: CodeInventory, blueprint: Blueprint): Row[] {
  const shown = inventory.modules.filter(isShown);
  const rows = [
    ...shown.flatMap(unparsed),
    ...shown.flatMap((module) => doubtful(module, inventory, blueprint)),
    ...shown.flatMap(missingImports),
    ...cyclesOf(inventory.graph.cycles, shown),
    ...inventory.endpoints
      .filter((endpoint) => endpoint.unresolved !== undefined)
      .map(({ method, path, file, unresolved }): Row => ({
        risk: 30,
        what: `endpoint ${method} ${path}`,
        why: unresolved!,
        module: inventory.modules.find((module) => module.path === file)?.module ?? file,
      })),
  ];
  return rows.sort((a, b) => b.risk - a.risk || (a.module < b.module ? -1 : 1));
}

function cyclesOf(cycles: readonly string[][], shown: readonly InventoryModule[]): Row[] {
  const names = new Set(shown.map((module) => module.module));
  return cycles
    .filter((cycle) => cycle.some((name) => names.has(name)))
    .map((cycle) => ({ risk: 50, what: 'import cycle', why: cycle.join(' → '), module: cycle[0] }));
}

function unparsed(module: InventoryModule): Row[] {
  return module.parseErrors.slice(0, 1).map(({ message, line, column }) => ({
    risk: 90,
    what: 'does not parse',
    why: `${module.path}:${line}:${column} ${message}`,
    module: module.module,
  }));
}

/** A wrong place costs more where much depends on it and where the code is hard. */
function doubtful(module: InventoryModule, { graph }: CodeInventory, blueprint: Blueprint): Row[] {
  const { classification } = module;
  if (classification.layer === null || classification.confidence >= blueprint.classification.reviewThreshold)
    return [];
  const importers = new Set(graph.edges.filter((edge) => edge.to === module.module).map((edge) => edge.from))
    .size;
  const complexity = Math.max(0, ...module.functions.map((one) => one.complexity));
  const weight = 1 + Math.log2(1 + importers) / 4 + complexity / blueprint.limits.complexity.hard / 2;
  return [
    {
      risk: Math.min(89, Math.round((1 - classification.confidence) * 40 * weight)),
      what: `place ${classification.layer}/${classification.role} is not certain`,
      why: `confidence ${classification.confidence.toFixed(2)}, ${importers} importers, complexity ${complexity}; ${classification.evidence.slice(0, 2).join('; ')}`,
      module: module.module,
    },
  ];
}

function missingImports(module: InventoryModule): Row[] {
  const names = module.imports
    .filter((item) => item.resolved === 'missing')
    .map((item) => item.module || item.name);
  return names.length === 0
    ? []
    : [
        {
          risk: 70,
          what: `${names.length} ${names.length === 1 ? 'import leads' : 'imports lead'} nowhere`,
          why: [...new Set(names)].join(', '),
          module: module.module,
        },
      ];
}
