import type { Layer } from '../../blueprint/types';
import { importOf } from '../../classify/sighting';
import { definitionOf, finding } from '../rule';
import type { VerifyInput, VerifyRule } from './types';
import { place } from './types';

/** The layer rules on the real import graph, lazy and typing-only imports included. */
export const layers: VerifyRule = {
  ids: ['LAYER_VIOLATION', 'FRAMEWORK_IN_CORE'],
  check(input) {
    const { analysis } = input;
    const { blueprint, project, edges } = analysis;
    const violations = edges.flatMap((edge) => {
      const from = layerOf(input, edge.from);
      const to = layerOf(input, edge.to);
      if (!from || !to || from.mayImport.includes(to.id)) return [];
      const info = project.modules.get(edge.from)!;
      const how =
        edge.scope === 'module'
          ? ''
          : ` (${edge.scope === 'function' ? 'inside of a function' : 'for type checkers'})`;
      return [
        finding(
          analysis,
          definitionOf(blueprint, 'LAYER_VIOLATION'),
          info.path,
          place(edge.line, 1, `${edge.from} (${from.id}) imports ${edge.to} (${to.id})${how}`),
        ),
      ];
    });
    const frameworks = [...project.modules.values()].flatMap((info) => {
      const layer = layerOf(input, info.name);
      const facts = project.facts.get(info.path)!;
      return (layer?.forbiddenFrameworks ?? []).flatMap((kind) => {
        const found = importOf({ info, facts, blueprint }, kind);
        return found
          ? [
              finding(
                analysis,
                definitionOf(blueprint, 'FRAMEWORK_IN_CORE'),
                info.path,
                place(
                  found.line,
                  1,
                  `${info.name} (${layer!.id}) imports the ${kind} framework ${found.name}`,
                ),
              ),
            ]
          : [];
      });
    });
    return [...violations, ...frameworks];
  },
};

function layerOf({ analysis, package: name }: VerifyInput, module: string): Layer | undefined {
  const [root, folder] = module.split('.');
  return root === name
    ? analysis.blueprint.layers.find((layer) => layer.accepts.includes(folder))
    : undefined;
}
