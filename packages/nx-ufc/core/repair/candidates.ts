import { leafOf } from '../project/module-name';
import { isTyped, offersFor } from './offers-for';
import type { ProjectFacts } from '../project/types';
import type { BrokenImport } from './broken';

/** Where the target of a broken import may be now: another name of the module, or the module that has the attribute. */
export interface Candidate {
  kind: 'module' | 'attribute';
  module: string;
}

/** What a broken reference looks for: a name of a module, or the module alone. */
export interface Wanted {
  module: string;
  name: string | null;
  /** The module is there, the name is not. */
  nameIsMissing: boolean;
  /** Do only type checkers look for it? */
  typed?: boolean;
}

/** What an import looks for; a star and a plain import want the module alone. */
export function wantedBy({ info, fact, item, module, attribute }: BrokenImport): Wanted {
  const name = fact.kind === 'import' || item.name === '*' ? null : item.name;
  return { module, name, nameIsMissing: attribute !== null, typed: isTyped(info.path, fact) };
}

/**
 * Modules of the project that a broken reference may mean, the best last part of the name first. A module is one when it has
 * the same last name and offers what is imported; else the modules that define the name are.
 * @param former old dotted name of a module → its new one, from the ledger of the migration
 */
export function candidatesOf(
  project: ProjectFacts,
  { module, name: wanted, nameIsMissing, typed = false }: Wanted,
  former: Readonly<Record<string, string>>,
): Candidate[] {
  if (!nameIsMissing) {
    const known = former[module];
    if (known !== undefined && serves(project, known, wanted, typed))
      return [{ kind: 'module', module: known }];
    const sameName = shippedModules(project).filter(
      (other) => leafOf(other) === leafOf(module) && serves(project, other, wanted, typed),
    );
    if (sameName.length > 0)
      return closest(module, sameName).map((found) => ({ kind: 'module', module: found }));
  }
  if (wanted === null) return [];
  const definers = shippedModules(project).filter(
    (other) => other !== module && defines(project, other, wanted),
  );
  return closest(module, definers).map((found) => ({ kind: 'attribute', module: found }));
}

function serves(project: ProjectFacts, module: string, name: string | null, typed: boolean): boolean {
  return project.modules.has(module) && (name === null || offersFor(project, module, name, typed));
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
