import type { Layer } from '../blueprint/types';
import { importOf } from '../classify/sighting';
import type { Analysis } from '../project/analysis';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import type { ReviewItem } from './types';

/**
 * Imports that the layer rules forbid in the new places, inside of functions and for type checkers too. A proposed map has those
 * that would take too many modules out of core; a map that a person edited may have others.
 */
export function newLayerViolations(
  { project, edges, blueprint }: Analysis,
  mapping: MoveMapping,
  capability: string,
): ReviewItem[] {
  const layerOf = (module: string): Layer | undefined => {
    const [root, folder] = newNameOf(mapping, module).split('.');
    return root === capability ? blueprint.layers.find((layer) => layer.accepts.includes(folder)) : undefined;
  };
  const imports = edges.flatMap((edge) => {
    const [from, to] = [layerOf(edge.from), layerOf(edge.to)];
    if (!from || !to || from.mayImport.includes(to.id)) return [];
    const message = `${edge.from} goes to ${from.id} and imports ${edge.to}, which goes to ${to.id}; another place in the map avoids it, or a port`;
    return [item(project.modules.get(edge.from)?.path ?? edge.from, edge.line, 'LAYER_VIOLATION', message)];
  });
  const frameworks = [...project.modules.values()].flatMap((info) => {
    const layer = layerOf(info.name);
    return (layer?.forbiddenFrameworks ?? []).flatMap((kind) => {
      const found = importOf({ info, facts: project.facts.get(info.path)!, blueprint }, kind);
      if (!found) return [];
      const message = `${info.name} goes to ${layer!.id} and imports the ${kind} framework ${found.name}; another place in the map avoids it, or a module of the interface that has the part`;
      return [item(info.path, found.line, 'FRAMEWORK_IN_CORE', message)];
    });
  });
  return [...imports, ...frameworks];
}

function item(path: string, line: number, rule: string, message: string): ReviewItem {
  return { path, line, column: 1, rule, message };
}
