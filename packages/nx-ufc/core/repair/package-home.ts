import { leafOf, parentOf } from '../project/module-name';
import { isModule } from '../project/names';
import type { ProjectFacts } from '../project/types';
import type { BrokenReference, RepairKnowledge } from './types';

/** Was it a package, as the ledger knows it by its present or its first name? Then no module that happens to have its name is what it became. */
export function wasPackage({ former }: RepairKnowledge, missing: string): boolean {
  const names = Object.entries(former);
  return names.some(
    ([old, name]) =>
      name.startsWith(`${missing}.`) ||
      (name === missing && names.some(([other]) => other.startsWith(`${old}.`))),
  );
}

/**
 * What a missing package is called now: the one package that holds most of the modules that lay in it, and did not before; half of them, if
 * it is new itself. The names of many modules say more than the one of the package.
 */
export function packageHome(
  project: ProjectFacts,
  { former, generated }: RepairKnowledge,
  missing: string,
): string | null {
  const known = new Set(Object.values(former));
  const lay = new Set([...known].filter((name) => parentOf(name) === missing).map(leafOf));
  const held = new Map<string, number>();
  for (const { name, path, area } of project.modules.values()) {
    if (area !== 'shipped' || known.has(name) || generated.has(path) || !lay.has(leafOf(name))) continue;
    held.set(parentOf(name), (held.get(parentOf(name)) ?? 0) + 1);
  }
  const isEnough = (name: string, count: number) =>
    known.has(name) ? count * 2 > lay.size : count * 2 >= lay.size;
  const [home, ...others] = [...held].filter(([name, count]) => isEnough(name, count));
  return home && others.length === 0 && project.modules.get(home[0])?.isPackage ? home[0] : null;
}

/** The packages of the ledger that are missing and that somebody asks for, each with the one that it is now. */
export function packageHomes(
  project: ProjectFacts,
  broken: readonly BrokenReference[],
  knowledge: RepairKnowledge,
): Map<string, string> {
  const asked = new Set(broken.flatMap(({ wanted: { module } }) => [module, parentOf(module)]));
  const found = [...asked].flatMap((name): [string, string][] => {
    if (isModule(project, name) || !wasPackage(knowledge, name)) return [];
    const home = packageHome(project, knowledge, name);
    return home === null ? [] : [[name, home]];
  });
  return new Map(found);
}
