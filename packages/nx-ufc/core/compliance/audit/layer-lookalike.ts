import type { Layer } from '../../blueprint/types';
import { placesOf } from './places';
import type { AuditCheck, AuditInput } from './types';

/** A folder that is almost called like a layer: nothing counts it, and people take it for one. */
export const layerLookalike: AuditCheck = (input) => {
  const { layers } = input.analysis.blueprint;
  return layers.flatMap((layer) =>
    layer.lookalikes
      .map((name) => `${input.folder}/${name}`)
      .filter(input.has)
      .map((folder) => ({
        component: layer.id,
        severity: 'medium' as const,
        required: `the layer ${layer.id} in ${input.folder}/${layer.id}`,
        actual: folder,
        remediation: wayOut(input, layer.id, folder),
      })),
  );
};

/** Not all that is called so belongs to the layer: `interfaces/` is full of abstract classes more often than of routers. */
function wayOut({ analysis, folder: own }: AuditInput, layer: Layer['id'], folder: string): string {
  const modules = [...analysis.project.modulesByPath.values()].filter(
    (info) => info.area === 'shipped' && info.path.startsWith(`${folder}/`),
  );
  const says = modules.length > 0 ? `Its content says ${placesOf(modules, analysis.classifications)}: ` : '';
  return `${says}${says ? 'move' : 'Move'} its modules there, what is of the layer to ${own}/${layer}; nx g @au/nx-ufc:map writes a plan.`;
}
