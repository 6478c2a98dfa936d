import { dependencyReport } from '../../inventory/dependencies';
import type { Term } from '../types';

/** The fewer other distributions, the better; one that is used and not declared weighs double. */
export const dependencySimplicity: Term = ({ project, metadata, blueprint }) => {
  const declared = new Set(
    metadata.dependencies.filter(({ group }) => group === 'main').map(({ name }) => name),
  ).size;
  const { missing } = dependencyReport(project, metadata);
  const weight = declared + 2 * missing.length;
  return {
    value: Math.max(0, 1 - weight / blueprint.onboarding.manyDependencies),
    evidence: `${declared} declared${missing.length > 0 ? `, ${missing.length} used and not declared: ${missing.join(', ')}` : ''}`,
  };
};
