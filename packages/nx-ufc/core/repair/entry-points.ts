import { plainData } from '../merge/toml/plain';
import type { DataPath } from '../merge/data/value';
import { isTable, tableAt } from '../merge/pyproject/types';
import { isModule } from '../project/names';
import { offers } from '../project/offers';
import type { ProjectFacts } from '../project/types';
import type { BrokenReference, Wanted } from './types';

/** An entry point of pyproject.toml whose object is not there. */
export interface BrokenEntryPoint extends BrokenReference {
  /** Where it stands in the data of the file. */
  at: DataPath;
}

/** Tables of entry points, and tables of such tables. */
const SCRIPTS = [
  ['project', 'scripts'],
  ['project', 'gui-scripts'],
  ['tool', 'poetry', 'scripts'],
];
const GROUPS = [
  ['project', 'entry-points'],
  ['tool', 'poetry', 'plugins'],
];

/**
 * Entry points that lead nowhere inside of the project. Those of other packages are none of its business.
 * @param formerRoots top-level names that the package had before
 */
export function brokenEntryPoints(
  project: ProjectFacts,
  formerRoots: ReadonlySet<string>,
): BrokenEntryPoint[] {
  const file = project.tree.files.find((candidate) => candidate.path === 'pyproject.toml');
  if (!file) return [];
  const text = Buffer.from(file.bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const data = plainData(text);
  const groups = GROUPS.flatMap((path) => Object.keys(tableAt(data, ...path)).map((name) => [...path, name]));
  const own = new Set([...formerRoots, ...project.layout.roots.map((root) => root.name)]);
  return [...SCRIPTS, ...groups].flatMap((path) =>
    Object.entries(tableAt(data, ...path)).flatMap(([name, value]) => {
      const [at, object] = isTable(value)
        ? [[...path, name, 'reference'], value.reference]
        : [[...path, name], value];
      const wanted = typeof object === 'string' ? wantedBy(object) : null;
      if (!wanted || !own.has(wanted.module.split('.')[0]) || !isBroken(project, wanted)) return [];
      const missing = { ...wanted, nameIsMissing: isModule(project, wanted.module) };
      const target = String(object);
      return [{ kind: 'entry-point', at, wanted: missing, target, ...placeOf(text, target) }];
    }),
  );
}

/** `pkg.mod:attr.inner [extra]`. */
function wantedBy(value: string): Wanted | null {
  const match = /^([A-Za-z_]\w*(?:\.\w+)*)(?::([A-Za-z_]\w*))?/.exec(value);
  return match && { module: match[1], name: match[2] ?? null, nameIsMissing: false };
}

function isBroken(project: ProjectFacts, { module, name }: Wanted): boolean {
  if (!isModule(project, module)) return true;
  return name !== null && project.modules.has(module) && !offers(project, module, name);
}

function placeOf(text: string, value: string): Pick<BrokenReference, 'path' | 'line' | 'column'> {
  const at = Math.max(0, text.search(new RegExp(`["']${value.replace(/[.[\]]/g, '\\$&')}`)) + 1);
  const before = text.slice(0, at).split('\n');
  return { path: 'pyproject.toml', line: before.length, column: before[before.length - 1].length + 1 };
}
