import type { Operation } from '../data/operation';
import { readRequirement } from '../requirements/requirement';
import { listAt, tableAt, type Table } from './types';

/** What a build needs from now on, where its table does not ask for it in whatever version. */
export function buildRequirementEdits(data: Table, needed: readonly string[]): Operation[] {
  const path = ['build-system', 'requires'];
  const given = listAt(data, ...path).map(nameOf);
  const missing = needed.filter((requirement) => !given.includes(nameOf(requirement)));
  const reason = 'makes sources that were shipped as they were made';
  if (missing.length === 0) return [];
  // Without a table setuptools build, and nothing else is asked for (https://peps.python.org/pep-0518/#build-system-table).
  return 'requires' in tableAt(data, 'build-system')
    ? missing.map((value) => ({ op: 'append', path, value, reason }))
    : [{ op: 'set', path, value: ['setuptools>=61', ...missing], reason }];
}

function nameOf(requirement: unknown): string | undefined {
  return readRequirement(String(requirement))?.name;
}
