import { capabilityNames } from '../../blueprint/naming';
import type { Blueprint } from '../../blueprint/types';
import { UsageError } from '../../errors';
import type { Check } from '../types';

/** The package gets the prefix of the blueprint by itself. */
function prefixedTwice(given: string, blueprint: Blueprint): ReturnType<Check> {
  const { package: full } = capabilityNames(given, blueprint);
  const { prefix } = blueprint.naming;
  if (!full.startsWith(prefix + prefix)) return { status: 'ok', detail: full, remediation: '' };
  const short = given.slice(prefix.length);
  return {
    status: 'warn',
    detail: `${full} has the prefix ${prefix} twice`,
    remediation: `Call it ${short}.`,
  };
}

/** Pattern and reserved words of the blueprint, Python's keywords. */
export const name: Check = ({ name: given, analysis: { blueprint } }) => {
  const problem = nameProblem(given, blueprint);
  if (problem === null) return prefixedTwice(given, blueprint);
  const better = suggestion(given, blueprint);
  return {
    status: 'fail',
    detail: problem,
    remediation: better ? `Call it ${better}.` : 'Choose another name.',
  };
};

/** Why a name cannot be a capability; null when it can. */
export function nameProblem(given: string, blueprint: Blueprint): string | null {
  try {
    capabilityNames(given, blueprint);
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

function suggestion(given: string, blueprint: Blueprint): string | null {
  const plain = given
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return [plain, `${plain}-service`].find((candidate) => nameProblem(candidate, blueprint) === null) ?? null;
}
