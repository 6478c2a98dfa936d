import type { AuditCheck } from './types';

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
        remediation: `Move its modules to ${input.folder}/${layer.id}; nx g @au/nx-ufc:map proposes where.`,
      })),
  );
};
