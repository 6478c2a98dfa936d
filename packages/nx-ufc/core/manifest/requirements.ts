import { templateSet } from '../blueprint/template-set';
import type { Blueprint } from '../blueprint/types';

/** What a capability with some interfaces needs at run time and for its tests, by the blueprint. */
export function requirementsOf(
  blueprint: Blueprint,
  interfaces: readonly string[],
): { runtime: string[]; tests: string[] } {
  const { requirements = {} } = templateSet(blueprint, 'capability');
  const parts = ['manifest', ...interfaces].flatMap((name) => requirements[name] ?? []);
  return {
    runtime: [...new Set(parts.flatMap((part) => part.runtime))],
    tests: [...new Set(parts.flatMap((part) => part.tests))],
  };
}
