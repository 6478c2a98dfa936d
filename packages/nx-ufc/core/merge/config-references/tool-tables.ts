import { changedLines } from '../../text/changed-lines';
import type { Operation } from '../data/operation';
import type { DataPath } from '../data/value';
import { EDITORS, formatOfFile } from '../formats';
import { referenceEdits } from '../pyproject/references';
import { isTable, listAt, type Table } from '../pyproject/types';
import type { ConfigEdit, MovedNames } from './kind';

/** Files that hold what pyproject.toml has in a table of its own, and the path of that table. */
const FILES: readonly [RegExp, DataPath][] = [
  [/(^|\/)\.?ruff\.toml$/, ['tool', 'ruff']],
  [/(^|\/)tox\.toml$/, ['tool', 'tox']],
  [/(^|\/)hatch\.toml$/, ['tool', 'hatch']],
  [/(^|\/)uv\.toml$/, ['tool', 'uv']],
  [/(^|\/)pyrightconfig\.json$/, ['tool', 'pyright']],
  [/(^|\/)\.?pytest\.toml$/, ['tool']],
  [/(^|\/)\.?towncrier\.toml$/, []],
  [/(^|\/)(\.?pylintrc|\.bumpversion|\.?cz|\.?coveragerc)\.toml$/, []],
];

/** Matches paths of such files. */
export const TOOL_TABLES = new RegExp(FILES.map(([{ source }]) => source).join('|'));

/** What tools are told of modules and paths in TOML and JSON of their own, by the rules of pyproject.toml. A text that does not parse is left alone. */
export function toolTables(text: string, names: MovedNames, path: string): ConfigEdit[] {
  const prefix = FILES.find(([file]) => file.test(path))![1];
  const editor = EDITORS[formatOfFile(path)!];
  const data = parsed(() => editor.data(text) as Table);
  if (!data) return [];
  const whole = prefix.reduceRight<Table>((inner, key) => ({ [key]: inner }), data);
  const operations = [
    ...referenceEdits(isTable(whole.towncrier) ? { tool: whole } : whole, names),
    ...wheelOfHatch(whole, names),
  ].map((operation) => ({ ...operation, path: operation.path.slice(offset(whole, prefix)) }));
  const edited = editor.edit(text, operations);
  return edited.ok
    ? changedLines(text, edited.text).map((edit) => ({
        ...edit,
        evidence: 'names a module or path that moved',
      }))
    : [];
}

/** towncrier's own file may have the table with `tool` before it, or without. */
function offset(whole: Table, prefix: DataPath): number {
  return isTable(whole.towncrier) ? 1 : prefix.length;
}

function parsed(read: () => Table): Table | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** What hatch ships: its own file goes before the table in pyproject.toml, which the merge writes (https://hatch.pypa.io/latest/intro/#configuration). */
function wheelOfHatch(data: Table, { mapPath }: MovedNames): Operation[] {
  return ['packages', 'only-include'].flatMap((key) => {
    const path = ['tool', 'hatch', 'build', 'targets', 'wheel', key];
    return listAt(data, ...path).flatMap((item, i): Operation[] => {
      const value = typeof item === 'string' ? mapPath(item) : null;
      return value === null || value === item ? [] : [{ op: 'set', path: [...path, i], value }];
    });
  });
}
