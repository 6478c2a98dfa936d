import type { Blueprint, Layer } from '../../blueprint/types';
import type { CodeInventory, Endpoint, GraphEdge, InventoryModule } from '../types';
import { dependencyRows } from './dependencies';
import { isShown } from '../shown';
import type { InventoryView, ViewModule } from './types';

/** What of an inventory its page shows: the modules that ship, and everything that was found in them. */
export function inventoryView(inventory: CodeInventory, blueprint: Blueprint): InventoryView {
  const shown = inventory.modules.filter(isShown);
  const cycles = new Set(inventory.graph.cycles.flat());
  const modules = shown.map((module, index) => viewModule(module, index, cycles));
  const { endpoints, models } = inventory;
  return {
    package: inventory.package,
    root: inventory.root,
    totals: totalsOf(inventory),
    layers: layersOf(modules, blueprint),
    limits: { complexity: blueprint.limits.complexity, fileLength: blueprint.limits.fileLength },
    modules,
    edges: edgesOf(inventory.graph.edges, modules, blueprint),
    review: inventory.review,
    endpoints: endpoints.map((one) => {
      const { method, path, handler, file, line, framework } = one;
      return { method, path, handler, file, line, framework, note: noteOf(one) };
    }),
    commands: inventory.commands.map(commandRow),
    models: models.map(({ name, kind, module, schema }) => ({ name, kind, module, schema })),
    dependencies: dependencyRows(inventory),
  };
}

function noteOf({ unresolved, conditional, settings = [] }: Endpoint): string {
  if (unresolved) return unresolved;
  const defaults = settings.map((one) => `${one.name} is ${JSON.stringify(one.default)} by default`);
  return [...(conditional ? ['only under a condition'] : []), ...defaults].join('; ');
}

function viewModule(module: InventoryModule, index: number, cycles: ReadonlySet<string>): ViewModule {
  const { classification, functions } = module;
  const hardest = functions.reduce<(typeof functions)[number] | null>(
    (most, one) => (most === null || one.complexity > most.complexity ? one : most),
    null,
  );
  return {
    index,
    name: module.module,
    path: module.path,
    layer: classification.layer,
    role: classification.role,
    confidence: classification.confidence,
    evidence: classification.evidence,
    lines: module.lines,
    classes: module.classes.length,
    functions: functions.length,
    complexity: hardest?.complexity ?? 0,
    hardest: hardest && `${hardest.qualname} (line ${hardest.line})`,
    cycle: cycles.has(module.module),
    errors: module.parseErrors.map(
      ({ message, line, column }) => `${module.path}:${line}:${column} ${message}`,
    ),
  };
}

function totalsOf({
  totals,
  graph,
  endpoints,
  models,
  dependencies,
}: CodeInventory): InventoryView['totals'] {
  const plain = {
    files: totals.files,
    lines: totals.lines,
    modules: totals.modules,
    classes: totals.classes,
  };
  const found = { functions: totals.functions, endpoints: endpoints.length, models: models.length };
  const bad = {
    'import cycles': graph.cycles.length,
    'missing dependencies': dependencies.missing.length,
    'files that do not parse': totals.parseErrors,
  };
  return [
    ...Object.entries({ ...plain, ...found }).map(([name, value]) => ({ name, value, bad: false })),
    ...Object.entries(bad).map(([name, value]) => ({ name, value, bad: value > 0 })),
  ];
}

function layersOf(modules: readonly ViewModule[], blueprint: Blueprint): InventoryView['layers'] {
  const all: (Layer['id'] | null)[] = [...blueprint.layers.map((layer) => layer.id), null];
  return all
    .map((layer) => {
      const own = modules.filter((module) => module.layer === layer);
      return { layer, modules: own.length, lines: own.reduce((sum, module) => sum + module.lines, 0) };
    })
    .filter(({ modules: count }) => count > 0);
}

function commandRow(one: CodeInventory['commands'][number]): InventoryView['commands'][number] {
  const flags = one.parameters.map(({ kind, name, flags: [flag], required }) => {
    const shown = kind === 'argument' ? name.toUpperCase() : (flag ?? name);
    return required ? shown : `[${shown}]`;
  });
  const words = [one.programs[0] ?? '…', ...one.path, ...(one.kind === 'group' ? ['COMMAND'] : flags)];
  return {
    command: words.join(' '),
    handler: one.handler,
    where: `${one.file}:${one.line}`,
    framework: one.framework,
    note: one.unresolved ?? (one.conditional ? 'only under a condition' : ''),
  };
}

const LATER = { module: 0, function: 1, type_checking: 2 } as const;

/** One edge a pair of modules, the one that runs first. */
function edgesOf(
  edges: readonly GraphEdge[],
  modules: readonly ViewModule[],
  blueprint: Blueprint,
): InventoryView['edges'] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const found = new Map<string, InventoryView['edges'][number]>();
  for (const edge of edges) {
    const [from, to] = [byName.get(edge.from), byName.get(edge.to)];
    if (!from || !to || from === to) continue;
    const key = `${from.index} ${to.index}`;
    const known = found.get(key);
    if (known && LATER[known[2]] <= LATER[edge.scope]) continue;
    found.set(key, [from.index, to.index, edge.scope, isForbidden(from, to, blueprint)]);
  }
  return [...found.values()];
}

function isForbidden(from: ViewModule, to: ViewModule, blueprint: Blueprint): boolean {
  const layer = blueprint.layers.find((candidate) => candidate.id === from.layer);
  return layer !== undefined && to.layer !== null && !layer.mayImport.includes(to.layer);
}
