import type { Blueprint } from '../blueprint/types';
import type { CodeInventory, GraphEdge, InventoryModule, ReviewRow } from './types';
import { isShown } from './shown';

type Row = ReviewRow;
type Found = Pick<CodeInventory, 'modules' | 'graph' | 'endpoints'>;

/** Everything that a person should look at before code moves, the riskiest first. Risk is from 0 to 100. */
export function reviewRows({ modules, graph, endpoints }: Found, blueprint: Blueprint): ReviewRow[] {
  const shown = modules.filter(isShown);
  const importers = importersOf(graph.edges);
  const rows = [
    ...shown.flatMap(unparsed),
    ...shown.flatMap((module) => doubtful(module, importers.get(module.module)?.size ?? 0, blueprint)),
    ...shown.flatMap(missingImports),
    ...cyclesOf(graph.cycles, shown),
    ...againstTheRules(shown, graph.edges, blueprint),
    ...endpoints
      .filter((endpoint) => endpoint.unresolved !== undefined)
      .map(({ method, path, file, unresolved }): Row => ({
        risk: 30,
        what: `endpoint ${method} ${path}`,
        why: unresolved!,
        module: modules.find((module) => module.path === file)?.module ?? file,
      })),
  ];
  return rows.sort((a, b) => b.risk - a.risk || compare(a.module, b.module) || compare(a.what, b.what));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function importersOf(edges: readonly GraphEdge[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    if (!found.has(to)) found.set(to, new Set());
    found.get(to)!.add(from);
  }
  return found;
}

/** Imports that no place of the two modules allows without moving much else; `verify` will say the same. */
function againstTheRules(
  shown: readonly InventoryModule[],
  edges: readonly GraphEdge[],
  { layers }: Blueprint,
): Row[] {
  const layerOf = new Map(shown.map(({ module, classification }) => [module, classification.layer]));
  return edges.flatMap(({ from, to, line, scope }) => {
    const [own, target] = [layers.find(({ id }) => id === layerOf.get(from)), layerOf.get(to)];
    if (!own || !target || own.mayImport.includes(target)) return [];
    const how = scope === 'module' ? '' : scope === 'function' ? ' in a function' : ' for type checkers';
    const why = `${from} (${own.id}) imports ${to} (${target})${how}, line ${line}: invert it with a port, or move the part`;
    return [
      { risk: scope === 'module' ? 80 : 60, what: 'import against the layer rules', why, module: from },
    ];
  });
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
function doubtful(module: InventoryModule, importers: number, blueprint: Blueprint): Row[] {
  const { classification } = module;
  if (classification.layer === null || classification.confidence >= blueprint.classification.reviewThreshold)
    return [];
  const complexity = Math.max(0, ...module.functions.map((one) => one.complexity));
  const weight = 1 + Math.log2(1 + importers) / 4 + complexity / blueprint.limits.complexity.hard / 2;
  return [
    {
      risk: Math.min(89, Math.round((1 - classification.confidence) * 40 * weight)),
      what: `place ${classification.layer}/${classification.role} is not certain`,
      why: `confidence ${classification.confidence.toFixed(2)}, ${importers} importers, complexity ${complexity}; ${[...classification.evidence.slice(0, 1), ...classification.evidence.slice(1).slice(-1)].join('; ')}`,
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
