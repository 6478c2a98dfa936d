import type { Operation } from '../merge/data/operation';
import { referenceEdits } from '../merge/pyproject/references';
import type { Table } from '../merge/pyproject/types';
import { listAt } from '../merge/pyproject/types';
import { editToml } from '../merge/toml/edit';
import { plainData } from '../merge/toml/plain';
import { isModule, packageOf } from '../project/names';
import { parentOf } from '../project/module-name';
import type { ProjectFacts } from '../project/types';
import type { BrokenEntryPoint } from './entry-points';
import { answerOf } from './search';
import type { FoundAgain } from './types';

const PACKAGES = ['tool', 'setuptools', 'packages'];

/**
 * pyproject.toml with what was found again: entry points by what each of them names, the list of packages, then everything else that names
 * such a module. @returns null when it needs nothing
 */
export function repairedPyproject(
  project: ProjectFacts,
  found: FoundAgain,
  entryPoints: readonly BrokenEntryPoint[],
): string | null {
  const file = project.tree.files.find((candidate) => candidate.path === 'pyproject.toml');
  if (!file || found.modules.size + found.attributes.size === 0) return null;
  const text = Buffer.from(file.bytes).toString('utf8');
  const data = plainData(text.replace(/^\uFEFF/, ''));
  const own = entryPoints.flatMap((entry) => entryPointEdit(project, found, entry));
  const taken = new Set(own.map((operation) => JSON.stringify(operation.path)));
  const others = referenceEdits(data, {
    oldRoots: [...new Set([...found.modules.keys()].map((name) => name.split('.')[0]))],
    mapModule: (module) => found.modules.get(module) ?? null,
    mapPath: () => null,
  }).filter((operation) => !taken.has(JSON.stringify(operation.path)));
  const result = editToml(text, [...own, ...packageList(project, found, data), ...others]);
  return result.ok && result.text !== text ? result.text : null;
}

function entryPointEdit(
  project: ProjectFacts,
  found: FoundAgain,
  { at, target, wanted }: BrokenEntryPoint,
): Operation[] {
  const now = answerOf(project, found, wanted);
  if (now === null) return [];
  const value = now + target.slice(wanted.module.length);
  return [{ op: 'set', path: at, value, reason: `${wanted.module} is now ${now}` }];
}

/** setuptools ships the packages that its list names, no others: those that are gone leave it, those that have a found module join it. */
function packageList(project: ProjectFacts, { modules, attributes }: FoundAgain, data: Table): Operation[] {
  const listed = listAt(data, ...PACKAGES).map(String);
  const roots = project.layout.roots.map(({ name }) => name);
  if (!listed.some((name) => roots.includes(name.split('.')[0]))) return [];
  const kept = listed.filter((name) => !roots.includes(name.split('.')[0]) || isModule(project, name));
  const wanted = new Set(kept);
  for (const name of [...modules.values(), ...attributes.values()]) {
    const info = project.modules.get(name);
    for (let home = info ? packageOf(info) : name; home !== ''; home = parentOf(home)) wanted.add(home);
  }
  if (wanted.size === listed.length && kept.length === listed.length) return [];
  return [
    { op: 'set', path: PACKAGES, value: [...wanted].sort(), reason: 'the packages that are there now' },
  ];
}
