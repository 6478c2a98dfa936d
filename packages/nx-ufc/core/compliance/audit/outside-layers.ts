import type { ModuleInfo } from '../../project/types';
import { modulesByPlace } from './input';
import { placesOf } from './places';
import type { AuditCheck } from './types';

/** Code beside the layers of a package that has some. In a package without layers that is simply legacy code. */
export const outsideLayers: AuditCheck = (input) => {
  const { analysis, folder } = input;
  const { layered, outside } = modulesByPlace(input);
  if (layered.length === 0) return [];
  const groups = new Map<string, ModuleInfo[]>();
  for (const info of outside) {
    const inner = info.path.slice(folder.length + 1);
    const place = `${folder}/${inner.includes('/') ? `${inner.slice(0, inner.indexOf('/'))}/` : inner}`;
    groups.set(place, [...(groups.get(place) ?? []), info]);
  }
  return [...groups].map(([place, modules]) => {
    const lines = modules.reduce((sum, info) => sum + (analysis.project.facts.get(info.path)?.lines ?? 0), 0);
    return {
      component: 'structure',
      severity: 'medium',
      required: `every module in a layer`,
      actual: `${place} (${modules.length} ${modules.length === 1 ? 'module' : 'modules'}, ${lines} lines)`,
      remediation: `Its content says ${placesOf(modules, analysis.classifications)}; nx g @au/nx-ufc:map writes a plan.`,
    };
  });
};
