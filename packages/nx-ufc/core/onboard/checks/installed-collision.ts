import { capabilityNames } from '../../blueprint/naming';
import { normaliseName } from '../../project/distributions';
import type { Check } from '../types';
import { nameProblem } from './name';

/** A distribution that is installed answers to the new name, or still to the old one. */
export const installedCollision: Check = ({ name, analysis, installed }) => {
  if (installed === null)
    return {
      status: 'warn',
      detail: 'no Python on PATH, installed distributions were not looked at',
      remediation: 'Run again where Python is installed.',
    };
  const { blueprint, project } = analysis;
  const wanted = nameProblem(name, blueprint) === null ? capabilityNames(name, blueprint).package : null;
  const clash = installed.find(
    (one) =>
      wanted !== null && (normaliseName(one.name) === normaliseName(wanted) || one.modules.includes(wanted)),
  );
  if (clash)
    return {
      status: 'fail',
      detail: `${clash.name} ${clash.version} is installed and answers to ${wanted}`,
      remediation: 'Choose another name, or uninstall it.',
    };
  const roots = new Set(project.layout.roots.map((root) => root.name));
  const old = installed.find((one) => one.modules.some((module) => roots.has(module)));
  if (old)
    return {
      status: 'warn',
      detail: `${old.name} ${old.version} is installed under the old import name: a forgotten import would find it`,
      remediation:
        'Uninstall it before the migrated code is tried by hand; prove and test use environments of their own.',
    };
  return { status: 'ok', detail: 'no installed distribution answers to it', remediation: '' };
};
