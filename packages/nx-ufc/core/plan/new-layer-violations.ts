import type { Blueprint, Layer } from '../blueprint/types';
import type { GraphEdge } from '../inventory/types';
import type { ProjectFacts } from '../project/types';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import type { ReviewItem } from './types';

/**
 * Imports that the layer rules forbid in the new places, inside of functions and for type checkers too. A proposed map has none
 * but where no place would do; a map that a person edited may.
 */
export function newLayerViolations(
  project: ProjectFacts,
  edges: readonly GraphEdge[],
  mapping: MoveMapping,
  blueprint: Blueprint,
  capability: string,
): ReviewItem[] {
  const layerOf = (module: string): Layer | undefined => {
    const [root, folder] = newNameOf(mapping, module).split('.');
    return root === capability ? blueprint.layers.find((layer) => layer.accepts.includes(folder)) : undefined;
  };
  return edges.flatMap((edge) => {
    const [from, to] = [layerOf(edge.from), layerOf(edge.to)];
    if (!from || !to || from.mayImport.includes(to.id)) return [];
    return [
      {
        path: project.modules.get(edge.from)?.path ?? edge.from,
        line: edge.line,
        column: 1,
        rule: 'LAYER_VIOLATION',
        message: `${edge.from} goes to ${from.id} and imports ${edge.to}, which goes to ${to.id}; another place in the map avoids it`,
      },
    ];
  });
}
