import { leafOf } from '../project/module-name';
import type { ProjectFacts } from '../project/types';
import type { BindingFact } from '../python/facts/types';
import { offersFor } from './offers-for';
import { packageHome, wasPackage } from './package-home';
import type { RepairKnowledge, Wanted } from './types';

/** What a broken reference may mean. */
export interface Candidate {
  /** The module itself, the submodule that a name of its package meant, or the module that defines the name. */
  kind: 'module' | 'submodule' | 'attribute';
  module: string;
}

/**
 * What a broken reference may mean. A module is meant when it has the same last name and offers what is asked for; else those that are
 * called like the name are, where it may have been a submodule, and those that define the name. Generated modules are meant only
 * where no other one can be.
 */
export function candidatesOf(project: ProjectFacts, wanted: Wanted, knowledge: RepairKnowledge): Candidate[] {
  const { module, name, nameIsMissing, typed = false } = wanted;
  // A package above the module is not what it became, unless it has taken in what the module defined.
  const isAbove = (other: string) => module.startsWith(`${other}.`);
  // Who asks for nothing in it does not mean a file that was made.
  const isMade = (other: string) =>
    name === null && knowledge.generated.has(project.modules.get(other)!.path);
  const fits = (other: string) =>
    serves(project, other, name, typed) &&
    !isMade(other) &&
    (!isAbove(other) || (name !== null && defines(project, other, name)));
  const same = nameIsMissing ? [] : called(project, knowledge, module, fits);
  if (same.length > 0 || name === null) return same.map((found) => ({ kind: 'module', module: found }));
  const mayBeModule = !nameIsMissing || project.modules.get(module)?.isPackage !== false;
  // A package that the name was looked for in is there as it was: it is not what left it.
  const isElsewhere = (other: string) => other !== module && !isAbove(other);
  const submodules = mayBeModule ? called(project, knowledge, `${module}.${name}`, isElsewhere) : [];
  const others = shipped(project, knowledge, (other) => other !== module && defines(project, other, name));
  return [
    ...submodules.map((found): Candidate => ({ kind: 'submodule', module: found })),
    ...closest(module, others).map((found): Candidate => ({
      kind: 'attribute',
      module: found,
    })),
  ];
}

/** The module that a missing one became as the ledger says, or those with its last name. */
function called(
  project: ProjectFacts,
  knowledge: RepairKnowledge,
  missing: string,
  fits: (module: string) => boolean = () => true,
): string[] {
  const known = knowledge.former[missing];
  if (known !== undefined && project.modules.has(known) && fits(known)) return [known];
  const home = packageHome(project, knowledge, missing);
  if (home !== null && fits(home)) return [home];
  const isKind = (other: string) => !wasPackage(knowledge, missing) || project.modules.get(other)!.isPackage;
  const isCalledSo = (other: string) => leafOf(other) === leafOf(missing) && isKind(other) && fits(other);
  return closest(missing, shipped(project, knowledge, isCalledSo));
}

/**
 * What a missing module can have become: modules that have what is asked of it, and define something of it. One that the ledger does not
 * know came when the missing one left, so most of the names are enough for it, some may have gone elsewhere; of others all are wanted.
 */
export function heirsOf(
  project: ProjectFacts,
  knowledge: RepairKnowledge,
  names: ReadonlySet<string>,
): string[] {
  const share = (module: string) =>
    [...names].filter((name) => Object.hasOwn(bindingsOf(project, module), name)).length / names.size;
  const heirs = shipped(
    project,
    knowledge,
    (module) => share(module) > 1 / 2 && [...names].some((name) => defines(project, module, name)),
  );
  const known = new Set(Object.values(knowledge.former));
  const fresh = known.size > 0 ? heirs.filter((module) => !known.has(module)) : [];
  return fresh.length > 0 ? fresh : heirs.filter((module) => share(module) === 1);
}

/** Modules that are shipped, generated ones only when they are the only ones. */
function shipped(
  project: ProjectFacts,
  { generated }: RepairKnowledge,
  fits: (module: string) => boolean,
): string[] {
  const found = [...project.modules.values()].filter(({ area, name }) => area === 'shipped' && fits(name));
  const own = found.filter(({ path }) => !generated.has(path));
  return (own.length > 0 ? own : found).map(({ name }) => name);
}

/** Is the module there, with the name that is asked for? */
export function serves(project: ProjectFacts, module: string, name: string | null, typed: boolean): boolean {
  return project.modules.has(module) && (name === null || offersFor(project, module, name, typed));
}

/** By a class, a function or an assignment of its own; a re-export is not where a name lives. */
function defines(project: ProjectFacts, module: string, name: string): boolean {
  const bindings = bindingsOf(project, module);
  return (
    Object.hasOwn(bindings, name) &&
    bindings[name].some((binding) => ['class', 'function', 'assignment'].includes(binding.kind))
  );
}

function bindingsOf(
  { modules, facts }: ProjectFacts,
  module: string,
): Readonly<Record<string, BindingFact[]>> {
  return facts.get(modules.get(module)!.path)?.scopes[0]?.bindings ?? {};
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
