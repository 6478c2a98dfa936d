import { normaliseName } from '../../project/distributions';
import { severityOf } from './components';
import { remediationOf } from './remediation';
import type { AuditCheck, Violation } from './types';

/** Import package and distribution are called alike (PEP 503), and as the blueprint says. */
export const identity: AuditCheck = (input) => {
  const { analysis, name } = input;
  const component = analysis.blueprint.components.find((candidate) => candidate.id === 'identity')!;
  const { packagePattern } = analysis.blueprint.naming;
  const distribution = analysis.metadata.name;
  const violation = (required: string, actual: string): Violation => ({
    component: component.id,
    severity: severityOf(input, component),
    required,
    actual,
    remediation: remediationOf(input),
  });
  const found: Violation[] = [];
  if (!new RegExp(packagePattern).test(name))
    found.push(violation(`an import package that matches ${packagePattern}`, `"${name}"`));
  if (distribution !== null && normaliseName(distribution) !== normaliseName(name))
    found.push({
      ...violation(
        'one name for the distribution and the import package',
        `distribution "${distribution}", import package "${name}"`,
      ),
      remediation: `Rename the distribution in pyproject.toml to ${name}, or migrate under the name that it should have.`,
    });
  return found;
};
