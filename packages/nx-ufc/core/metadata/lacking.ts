import { affixedNames, distributionsOf, normaliseName } from '../project/distributions';
import { STDLIB_MODULES } from '../project/stdlib';
import type { ProjectMetadata } from './types';

/** Why a module that is needed may not be there, although nothing is wrong. */
export function whyLacking(missing: string, { dependencies }: Pick<ProjectMetadata, 'dependencies'>): string {
  const root = missing.split('.')[0];
  if (STDLIB_MODULES.has(root))
    return `it needs "${missing}" of the standard library, which is not in this one`;
  const names = new Set([root, ...distributionsOf(missing), ...affixedNames(missing)].map(normaliseName));
  const groups = new Set(dependencies.filter(({ name }) => names.has(name)).map(({ group }) => group));
  const optional = [...groups].filter((group) => group !== 'main').sort();
  return optional.length > 0
    ? `it needs "${missing}", which is declared for ${optional.join(', ')} alone`
    : `it needs "${missing}", which the distribution does not declare`;
}
