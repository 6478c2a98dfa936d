import type { FileFacts } from '../../python/facts/types';
import { layerFolders } from './input';
import type { AuditCheck } from './types';

/** A layer of nothing but empty `__init__`s: the shape is there, the code is not. A documented `__init__` says that it is meant. */
export const hollowLayer: AuditCheck = (input) => {
  const { blueprint, project } = input.analysis;
  return blueprint.layers.flatMap((layer) =>
    layerFolders(input, layer)
      .filter((folder) => {
        const facts = [...project.facts.values()].filter((file) => file.path.startsWith(`${folder}/`));
        return facts.length > 0 && facts.every(isEmptyInit);
      })
      .map((folder) => ({
        component: layer.id,
        severity: 'high' as const,
        required: `code of the layer ${layer.id}, or an __init__ that says why there is none`,
        actual: `only empty __init__ files in ${folder}`,
        remediation: 'Migrate the code that belongs there, or document the __init__.',
      })),
  );
};

function isEmptyInit(file: FileFacts): boolean {
  return (
    file.path.endsWith('/__init__.py') &&
    !file.docstring &&
    file.parseErrors.length === 0 &&
    file.imports.length + file.classes.length + file.functions.length + file.assignments.length === 0
  );
}
