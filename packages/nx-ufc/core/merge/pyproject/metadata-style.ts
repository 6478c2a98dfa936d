import type { Table } from './types';
import { isTable, tableAt } from './types';

/** Who says in a pyproject.toml what the package is: `[project]`, Poetry's own tables, or those that flit had before PEP 621. */
export type MetadataStyle = 'project' | 'poetry' | 'flit';

/** Where build backends read entry points, by style. */
const ENTRY_POINTS: Record<MetadataStyle, string[]> = {
  project: ['project', 'entry-points'],
  poetry: ['tool', 'poetry', 'plugins'],
  flit: ['tool', 'flit', 'entrypoints'],
};

export function metadataStyle(data: Table): MetadataStyle {
  if (isTable(data.project)) return 'project';
  if (isTable(tableAt(data, 'tool', 'flit').metadata)) return 'flit';
  return isTable(tableAt(data, 'tool').poetry) ? 'poetry' : 'project';
}

/** The table of entry points that the build backend of a pyproject.toml reads, and those that it does not. */
export function entryPointTables(data: Table): { right: string[]; wrong: string[][] } {
  const right = ENTRY_POINTS[metadataStyle(data)];
  return { right, wrong: Object.values(ENTRY_POINTS).filter((path) => path !== right) };
}
