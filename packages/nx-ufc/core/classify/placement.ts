import type { ClassificationSettings, Layer } from '../blueprint/types';
import { minCut, type Arc } from '../graph/min-cut';
import type { GraphEdge } from '../inventory/types';

type LayerId = Layer['id'];

/** A module that is to be placed. */
export interface Placed {
  name: string;
  /** Layer that its content shows, and what it counts that it does not get it: how surely it shows it, from 0 to 1. */
  shows: LayerId;
  weight: number;
  /** The package that it stands in, if it should stay with it. */
  group: string | null;
  /** It stays with it whatever that costs. */
  sealed?: boolean;
  /** It imports what core may not import. */
  needsFramework: boolean;
}

export interface PlacementInput {
  modules: readonly Placed[];
  edges: readonly GraphEdge[];
  /** The package that a package stands in. */
  parentOf(group: string): string | null;
  settings: ClassificationSettings['placement'];
}

/**
 * The layer of every module, so that the sum of these is least: what modules show and do not get, by its weight; members that are not
 * where their package is; imports and frameworks that the layer rules forbid. A forbidden import costs as much as moving `violation` modules
 * of full weight, so a few modules rise or sink to spare one, and hundreds do not.
 *
 * Layers are in an order and an import may only go down it, so each border between two of them is a minimum cut. First the border below
 * manifest: nothing rises over it but for much, what lower layers import sinks. Then that between core and interface.
 */
export function chooseLayers(input: PlacementInput): Map<string, LayerId> {
  const { riseToManifest } = input.settings;
  const manifest = above(input, {
    keepsUp: ({ shows, weight }) => (shows === 'manifest' ? weight : 0),
    keepsDown: ({ shows, weight }) => (shows === 'manifest' ? 0 : weight * riseToManifest),
    fixed: () => false,
  });
  const { violation } = input.settings;
  const outer = above(input, {
    keepsUp: ({ shows, weight, needsFramework }) =>
      (shows === 'interface' ? weight : 0) + (needsFramework ? violation : 0),
    keepsDown: ({ shows, weight }) => (shows === 'core' ? weight : 0),
    fixed: ({ name }) => manifest.has(name),
  });
  const layerOf = ({ name }: Placed) =>
    manifest.has(name) ? 'manifest' : outer.has(name) ? 'interface' : 'core';
  return new Map(input.modules.map((module) => [module.name, layerOf(module)]));
}

interface Border {
  /** What it costs that a module is below the border, and above it. */
  keepsUp(module: Placed): number;
  keepsDown(module: Placed): number;
  /** Is above in any case. */
  fixed(module: Placed): boolean;
}

/** Capacities are whole numbers, so that no rounding decides. */
const SCALE = 1000;

/** The modules above a border. */
function above({ modules, edges, parentOf, settings }: PlacementInput, border: Border): Set<string> {
  const [source, sink] = [0, 1];
  const arcs: Arc[] = [];
  const nodes = new Map<string, number>();
  const connect = (from: number, to: number, cost: number) => {
    if (cost > 0) arcs.push({ from, to, capacity: Math.round(cost * SCALE) });
  };
  const nodeOf = (key: string) => nodes.get(key) ?? nodes.set(key, nodes.size + 2).get(key)!;
  const together = (a: number, b: number, cost = settings.cohesion) => {
    connect(a, b, cost);
    connect(b, a, cost);
  };
  const groups = new Set<string>();
  for (const module of modules) {
    const node = nodeOf(module.name);
    connect(source, node, border.fixed(module) ? Infinity : border.keepsUp(module));
    connect(node, sink, border.keepsDown(module));
    if (module.group === null || border.fixed(module)) continue;
    together(node, nodeOf(`package ${module.group}`), module.sealed ? Infinity : undefined);
    groups.add(module.group);
  }
  for (const group of groups) {
    const parent = parentOf(group);
    if (parent === null) continue;
    together(nodeOf(`package ${group}`), nodeOf(`package ${parent}`));
    groups.add(parent);
  }
  for (const { from, to, cost } of forbidden(edges, settings)) {
    const [importer, target] = [nodes.get(from), nodes.get(to)];
    if (importer !== undefined && target !== undefined) connect(target, importer, cost);
  }
  const side = minCut(nodes.size + 2, arcs, source, sink);
  return new Set(modules.filter(({ name }) => side[nodes.get(name)!] === 1).map(({ name }) => name));
}

/** Each pair of modules once, with what it costs that the importer is below what it imports. */
function forbidden(
  edges: readonly GraphEdge[],
  { violation, lazyViolation }: PlacementInput['settings'],
): { from: string; to: string; cost: number }[] {
  const pairs = new Map<string, { from: string; to: string; cost: number }>();
  for (const { from, to, scope } of edges) {
    const cost = scope === 'module' ? violation : lazyViolation;
    const key = `${from} ${to}`;
    const known = pairs.get(key);
    if (!known || known.cost < cost) pairs.set(key, { from, to, cost });
  }
  return [...pairs.values()];
}
