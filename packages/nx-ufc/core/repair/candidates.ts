import { leafOf } from '../project/module-name';
import { offers } from '../project/offers';
import type { ProjectFacts } from '../project/types';
import type { BrokenImport } from './broken';

/** Where the target of a broken import may be now: another name of the module, or the module that has the attribute. */
export interface Candidate {
  kind: 'module' | 'attribute';
  module: string;
}

/**
 * Modules of the project that a broken import may mean, the best last part of the name first. A module is one when it has
 * the same last name and offers what is imported; else the modules that define the name are.
 * @param former old dotted name of a module → its new one, from the ledger of the migration
 */
export function candidatesOf(
  project: ProjectFacts,
  broken: BrokenImport,
  former: Readonly<Record<string, string>>,
): Candidate[] {
  const wanted = wantedName(broken);
  if (broken.attribute === null) {
    const known = former[broken.module];
    if (known !== undefined && serves(project, known, wanted)) return [{ kind: 'module', module: known }];
    const sameName = shippedModules(project).filter(
      (module) => leafOf(module) === leafOf(broken.module) && serves(project, module, wanted),
    );
    if (sameName.length > 0)
      return closest(broken.module, sameName).map((module) => ({ kind: 'module', module }));
  }
  if (wanted === null) return [];
  const definers = shippedModules(project).filter(
    (module) => module !== broken.module && defines(project, module, wanted),
  );
  return closest(broken.module, definers).map((module) => ({ kind: 'attribute', module }));
}

/** The name that must be there: that of a `from` import, none for a star or a plain import. */
function wantedName({ fact, item }: BrokenImport): string | null {
  return fact.kind === 'import' || item.name === '*' ? null : item.name;
}

function serves(project: ProjectFacts, module: string, name: string | null): boolean {
  return project.modules.has(module) && (name === null || offers(project, module, name));
}

function shippedModules(project: ProjectFacts): string[] {
  return [...project.modules.values()].filter((info) => info.area === 'shipped').map((info) => info.name);
}

/** By a class, a function or an assignment of its own; a re-export is not where a name lives. */
function defines(project: ProjectFacts, module: string, name: string): boolean {
  const facts = project.facts.get(project.modules.get(module)!.path);
  const bindings = facts?.scopes[0]?.bindings ?? {};
  return (
    Object.hasOwn(bindings, name) &&
    bindings[name].some((binding) => ['class', 'function', 'assignment'].includes(binding.kind))
  );
}

/** Of several modules, those that share the most last parts with the old name. */
function closest(old: string, modules: readonly string[]): string[] {
  const shared = (module: string) => {
    const [a, b] = [old.split('.').reverse(), module.split('.').reverse()];
    let count = 0;
    while (count < a.length && a[count] === b[count]) count++;
    return count;
  };
  const best = Math.max(0, ...modules.map(shared));
  return modules.filter((module) => shared(module) === best).sort();
}
