import { normaliseName } from '../project/distributions';
import type { Dependency } from './types';

/** The distribution that a requirement names (PEP 508), normalised; null when it is no requirement. */
export function requirementName(requirement: string): string | null {
  const match = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:$|[<>=!~;@ (])/.exec(
    requirement,
  );
  return match ? normaliseName(match[1]) : null;
}

/** Dependencies from requirement strings, comments behind them dropped; what is no requirement is left out. */
export function dependenciesOf(requirements: readonly unknown[], file: string, group: string): Dependency[] {
  return requirements.flatMap((requirement) => {
    const text = typeof requirement === 'string' ? requirement.replace(/\s#.*$/, '').trim() : '';
    const name = requirementName(text);
    return name ? [{ name, requirement: text, file, group }] : [];
  });
}
