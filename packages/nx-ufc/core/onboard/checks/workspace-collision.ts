import { capabilityNames } from '../../blueprint/naming';
import { normaliseName } from '../../project/distributions';
import type { Check } from '../types';
import { nameProblem } from './name';

/** Another project of the workspace has the name, the folder or the distribution already. */
export const workspaceCollision: Check = ({ name, source, analysis: { blueprint }, projects }) => {
  if (nameProblem(name, blueprint) !== null)
    return {
      status: 'warn',
      detail: 'cannot be told before the name is settled',
      remediation: 'Settle the name first.',
    };
  const names = capabilityNames(name, blueprint);
  const taken = projects
    .filter((project) => project.root !== source)
    .flatMap((project) => [
      ...(project.root === names.folder ? [`the folder ${project.root}`] : []),
      ...(project.name === names.project ? [`the project ${project.name} in ${project.root}`] : []),
      ...(project.distribution !== null &&
      normaliseName(project.distribution) === normaliseName(names.package)
        ? [`the distribution ${project.distribution} of ${project.root}`]
        : []),
    ]);
  return taken.length === 0
    ? {
        status: 'ok',
        detail: `${names.folder} and ${names.package} are free`,
        remediation: '',
      }
    : {
        status: 'fail',
        detail: `taken: ${taken.join(', ')}`,
        remediation: 'Choose another name, or remove what has it.',
      };
};
