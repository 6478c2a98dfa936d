import type { Blueprint, Layer } from '../blueprint/types';
import type { Classification, GraphEdge } from '../inventory/types';

const ORDER: Layer['id'][] = ['core', 'interface', 'manifest'];
const DEFAULT_ROLE: Record<Layer['id'], string> = { core: 'util', interface: 'api', manifest: 'assembly' };

export interface FeasibleInput {
  /** Classified modules by name; those without a layer (facade, tests) are neutral. */
  classifications: Map<string, Classification>;
  edges: readonly GraphEdge[];
  /** Modules that import a framework which core may not import, with its kind. */
  frameworks: ReadonlyMap<string, string>;
  blueprint: Blueprint;
}

/**
 * Make the layers hold on the real import graph (standard, section 4). A module of the manifest that lower layers import
 * (settings, above all) sinks to core, or to interface when it uses a framework; in all other cases the importer rises. Every step moves a module one way only, so it ends.
 */
export function makeFeasible(input: FeasibleInput): Map<string, Classification> {
  const result = new Map(input.classifications);
  riseForFrameworks(result, input);
  sinkManifest(result, input);
  riseImporters(result, input);
  return result;
}

function riseForFrameworks(result: Map<string, Classification>, { frameworks }: FeasibleInput): void {
  for (const [name, kind] of frameworks) {
    const found = result.get(name);
    if (found?.layer !== 'core') continue;
    const role = kind === 'cli' ? 'cli' : kind === 'mcp' ? 'mcp' : 'api';
    result.set(
      name,
      placed(found, 'interface', role, `needs a ${kind} framework, which core may not import`),
    );
  }
}

/** Repeated until nothing changes: what a module that sank imports has to sink too. */
function sinkManifest(result: Map<string, Classification>, { edges, frameworks }: FeasibleInput): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, line } of edges) {
      const importer = result.get(from);
      const target = result.get(to);
      if (!importer?.layer || target?.layer !== 'manifest' || importer.layer === 'manifest') continue;
      if (importer.layer === 'core' && frameworks.has(to)) continue;
      const layer = frameworks.has(to) ? 'interface' : 'core';
      result.set(
        to,
        placed(target, layer, DEFAULT_ROLE[layer], `imported by ${from}:${line}, which is ${importer.layer}`),
      );
      changed = true;
    }
  }
}

function riseImporters(result: Map<string, Classification>, { edges, blueprint }: FeasibleInput): void {
  const may = new Map(blueprint.layers.map((layer) => [layer.id, layer.mayImport]));
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, line } of edges) {
      const importer = result.get(from);
      const target = result.get(to);
      if (!importer?.layer || !target?.layer || may.get(importer.layer)!.includes(target.layer)) continue;
      const layer = ORDER.find(
        (candidate) =>
          ORDER.indexOf(candidate) > ORDER.indexOf(importer.layer!) &&
          may.get(candidate)!.includes(target.layer!),
      )!;
      const role = layer === target.layer ? target.role : DEFAULT_ROLE[layer];
      result.set(
        from,
        placed(importer, layer, role, `imports ${to}, which is ${target.layer} (line ${line})`),
      );
      changed = true;
    }
  }
}

function placed(before: Classification, layer: Layer['id'], role: string, why: string): Classification {
  return { layer, role, confidence: Math.min(before.confidence, 0.5), evidence: [...before.evidence, why] };
}
