import { layerFolders } from './input';
import type { AuditCheck } from './types';

/** One layer under two of its names, as left by a migration that stopped half-way. */
export const layerTwice: AuditCheck = (input) =>
  input.analysis.blueprint.layers
    .map((layer) => ({ layer, folders: layerFolders(input, layer) }))
    .filter(({ folders }) => folders.length > 1)
    .map(({ layer, folders }) => ({
      component: layer.id,
      severity: 'high',
      required: `one folder for the layer ${layer.id}`,
      actual: folders.join(' and '),
      remediation: `Move everything to ${input.folder}/${layer.id}.`,
    }));
