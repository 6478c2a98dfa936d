import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import type { InventoryModule, Totals } from './types';

const AREAS: ModuleInfo['area'][] = ['shipped', 'test', 'script', 'doc', 'stub'];

/** Sums over a project. @param packageData number of files in its packages that are no Python */
export function totalsOf(
  project: ProjectFacts,
  modules: readonly InventoryModule[],
  packageData: number,
): Totals {
  const facts = [...project.facts.values()];
  const sum = (count: (file: FileFacts) => number) => facts.reduce((total, file) => total + count(file), 0);
  const tests = modules.filter((module) => module.area === 'test');
  return {
    files: project.tree.files.length,
    lines: sum((file) => file.lines),
    modules: modules.length,
    classes: sum((file) => file.classes.length),
    functions: sum((file) => file.functions.length),
    parseErrors: facts.filter((file) => file.parseErrors.length > 0).length,
    areas: AREAS.map((area) => {
      const own = modules.filter((module) => module.area === area);
      return { area, modules: own.length, lines: own.reduce((total, { lines }) => total + lines, 0) };
    }).filter((entry) => entry.modules > 0),
    tests: {
      files: tests.length,
      functions: tests.flatMap(({ functions }) => functions).filter(isTest).length,
    },
    packageData,
  };
}

/** `test…` at the top of a module or in a class, as pytest and unittest find them. */
function isTest({ name, qualname }: InventoryModule['functions'][number]): boolean {
  return name.startsWith('test') && !qualname.includes('<locals>');
}
