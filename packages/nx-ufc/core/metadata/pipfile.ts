import { plainData } from '../merge/toml/plain';
import { tableDependencies } from './poetry';
import { table, type Table } from './toml-values';
import type { Dependency } from './types';

/**
 * What a Pipfile says (https://pipenv.pypa.io/en/stable/pipfile.html). What lies beside the project by a path has no name to ask an index for.
 * @param mainGroup the group of `[packages]`; null where other files say what is needed to run
 */
export function pipfileDependencies(source: string, mainGroup: string | null): Dependency[] {
  const data = tableOf(source);
  const named = (items: unknown) =>
    Object.fromEntries(Object.entries(table(items)).filter(([, value]) => table(value).path === undefined));
  return [
    ...(mainGroup === null ? [] : tableDependencies(named(data.packages), mainGroup, 'Pipfile')),
    ...tableDependencies(named(data['dev-packages']), 'dev', 'Pipfile'),
  ];
}

/** A Pipfile describes no package: one that cannot be read refuses none. */
function tableOf(source: string): Table {
  try {
    return plainData(source) as Table;
  } catch {
    return {};
  }
}
