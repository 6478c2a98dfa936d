import { leafOf, parentOf } from '../project/module-name';
import { isModule } from '../project/names';
import { absoluteModule } from '../project/relative';
import type { ProjectFacts } from '../project/types';
import { candidatesOf, heirsOf, serves, type Candidate } from './candidates';
import { packageHomes, wasPackage } from './package-home';
import type { BrokenReference, FoundAgain, RepairKnowledge, Wanted } from './types';

/** A broken reference that no rule answers. */
export interface OpenReference {
  reference: BrokenReference;
  candidates: string[];
}

/**
 * Find what broken references mean: each on its own where one module can be meant, then by what is known of the others.
 * @returns what was found, what stays open, and how many texts mean nothing of the project: they may name anything
 */
export function findAgain(
  project: ProjectFacts,
  broken: readonly BrokenReference[],
  knowledge: RepairKnowledge,
): { found: FoundAgain; open: OpenReference[]; meaningless: number } {
  const found: FoundAgain = { modules: packageHomes(project, broken, knowledge), attributes: new Map() };
  const all = broken.map((reference) => ({
    reference,
    candidates: candidatesOf(project, reference.wanted, knowledge),
  }));
  const unique = all.filter(({ candidates }) => candidates.length === 1);
  for (const { reference, candidates } of unique)
    if (candidates[0].kind !== 'attribute') record(found, reference.wanted, candidates[0]);
  addRenamed(project, broken, knowledge, found);
  for (const { reference, candidates } of unique)
    if (isAnswer(reference, candidates[0]) && !isAnswered(project, found, reference.wanted))
      record(found, reference.wanted, candidates[0]);
  addModulesBelow(project, found.modules);
  addPackagesAbove(project, knowledge, found.modules);
  addNamesInPackages(project, broken, knowledge, found.modules);
  addUnasked(project, knowledge, found.modules);
  for (const { reference } of all)
    if (!isAnswered(project, found, reference.wanted)) recordFormerMeaning(project, reference, found);
  const unanswered = all.filter(({ reference }) => !isAnswered(project, found, reference.wanted));
  const open = unanswered.filter(
    ({ reference, candidates }) => reference.kind !== 'text' || candidates.length > 0,
  );
  return {
    found,
    open: open.map(({ reference, candidates }) => ({
      reference,
      candidates: [...new Set(candidates.map(({ module }) => module))].sort(),
    })),
    meaningless: unanswered.length - open.length,
  };
}

/** The module that has now what a reference looks for; null when it was not found. */
export function answerOf(
  project: ProjectFacts,
  { modules, attributes }: FoundAgain,
  { module, name, typed = false }: Wanted,
): string | null {
  if (name !== null && attributes.has(`${module}:${name}`)) return attributes.get(`${module}:${name}`)!;
  const now = modules.get(module);
  return now !== undefined && serves(project, now, name, typed) ? now : null;
}

function isAnswered(project: ProjectFacts, found: FoundAgain, wanted: Wanted): boolean {
  return (
    answerOf(project, found, wanted) !== null ||
    (wanted.name !== null && found.modules.has(`${wanted.module}.${wanted.name}`))
  );
}

/** A patch is of the module whose body reads the name, not of the one that defines it. */
function isAnswer({ kind }: BrokenReference, candidate: Candidate): boolean {
  return kind !== 'text' || candidate.kind !== 'attribute';
}

function record(found: FoundAgain, { module, name }: Wanted, candidate: Candidate): void {
  if (candidate.kind === 'submodule') found.modules.set(`${module}.${name}`, candidate.module);
  else if (candidate.kind === 'module' && (name === null || isFree(found.modules, module, candidate.module)))
    found.modules.set(module, candidate.module);
  else found.attributes.set(`${module}:${name}`, candidate.module);
}

function isFree(modules: ReadonlyMap<string, string>, module: string, now: string): boolean {
  return (modules.get(module) ?? now) === now;
}

/** A missing module was renamed where one other module has all that is asked of it. */
function addRenamed(
  project: ProjectFacts,
  broken: readonly BrokenReference[],
  knowledge: RepairKnowledge,
  { modules }: FoundAgain,
): void {
  const asked = new Map<string, Set<string>>();
  const ask = (module: string, names: readonly string[]) =>
    names.forEach((name) => asked.set(module, (asked.get(module) ?? new Set()).add(name)));
  const known = new Set(Object.values(knowledge.former));
  for (const { wanted, asks = [] } of broken) {
    const { module, name, nameIsMissing } = wanted;
    if (name !== null && !nameIsMissing && !isModule(project, module)) ask(module, [name]);
    // What is read of a package may be a module, and what an import takes from one may be no module.
    const whole = name === null ? module : `${module}.${name}`;
    if (known.has(whole) && !wasPackage(knowledge, whole)) ask(whole, asks);
  }
  for (const [module, names] of asked) {
    if (modules.has(module)) continue;
    const heirs = heirsOf(project, knowledge, names);
    if (heirs.length === 1) modules.set(module, heirs[0]);
  }
}

/** A relative import of a module that was found elsewhere means what it meant where that module was. */
function recordFormerMeaning(
  project: ProjectFacts,
  { path, wanted, relative }: BrokenReference,
  found: FoundAgain,
): void {
  const info = project.modulesByPath.get(path);
  if (!info || !relative) return;
  for (const [former, now] of found.modules) {
    if (now !== info.name) continue;
    const home = info.isPackage ? former : parentOf(former);
    const meant = absoluteModule(home, relative.level, relative.module);
    if (meant === null || meant === wanted.module) continue;
    const current = (name: string) => (isModule(project, name) ? name : found.modules.get(name));
    const module = current(meant);
    const submodule = wanted.name === null ? undefined : current(`${meant}.${wanted.name}`);
    if (submodule !== undefined) record(found, wanted, { kind: 'submodule', module: submodule });
    else if (module !== undefined && serves(project, module, wanted.name, wanted.typed ?? false))
      record(found, wanted, { kind: wanted.nameIsMissing ? 'attribute' : 'module', module });
  }
}

/** With a package that was found again all modules in it are: documents name some that no code imports by its former name. */
function addModulesBelow(project: ProjectFacts, found: Map<string, string>): void {
  for (const [from, to] of [...found])
    for (const { name, area } of project.modules.values()) {
      const former = from + name.slice(to.length);
      if (area === 'shipped' && name.startsWith(`${to}.`) && isUnknown(project, found, former))
        found.set(former, name);
    }
}

/** A missing package is where all the modules are that were found again of it. */
function addPackagesAbove(
  project: ProjectFacts,
  { former }: RepairKnowledge,
  found: Map<string, string>,
): void {
  const homes = new Map<string, Set<string>>();
  /** Packages with a module that kept its name: one that is called otherwise tells alone nothing of its package. */
  const told = new Set<string>();
  for (const [from, to] of found)
    for (let old = parentOf(from); old !== ''; old = parentOf(old)) {
      const rest = from.slice(old.length);
      if (to.endsWith(rest)) told.add(old);
      const kept = to.endsWith(rest) ? to.slice(0, -rest.length) : '';
      const home = old === parentOf(from) && kept === '' ? parentOf(to) : kept;
      homes.set(old, (homes.get(old) ?? new Set()).add(home));
    }
  for (const [old, all] of homes) {
    const home = former[old] ?? (all.size === 1 && told.has(old) ? [...all][0] : '');
    if (isUnknown(project, found, old) && isModule(project, home)) found.set(old, home);
  }
}

/** What a package with another name asks itself for by a relative import, the ledger and others know by the package's former name. */
function addNamesInPackages(
  project: ProjectFacts,
  broken: readonly BrokenReference[],
  { former }: RepairKnowledge,
  found: Map<string, string>,
): void {
  const known = new Set(Object.values(former));
  const all = [...found];
  for (const [asked, now] of all)
    for (const [old, home] of all) {
      const name = asked.startsWith(`${home}.`) ? old + asked.slice(home.length) : '';
      if (known.has(name) && isUnknown(project, found, name)) found.set(name, now);
    }
  for (const { wanted } of broken)
    for (const [old, home] of all) {
      if (!wanted.module.startsWith(`${home}.`) || !isUnknown(project, found, wanted.module)) continue;
      const now = found.get(old + wanted.module.slice(home.length));
      if (now !== undefined) found.set(wanted.module, now);
    }
}

/** Modules that nothing imports: one of the ledger that is missing is the only one of its name that the ledger does not know. */
function addUnasked(project: ProjectFacts, knowledge: RepairKnowledge, found: Map<string, string>): void {
  const known = new Set(Object.values(knowledge.former));
  for (const [name, now] of found) if (known.has(name)) known.add(now);
  const isOwn = (path: string) => !knowledge.generated.has(path);
  const fresh = [...project.modules.values()].filter(
    ({ name, path, area }) => area === 'shipped' && isOwn(path) && !known.has(name),
  );
  const missing = Object.values(knowledge.former).filter(
    (name) => isUnknown(project, found, name) && !wasPackage(knowledge, name),
  );
  for (const name of missing) {
    const isCalledSo = (other: string) => leafOf(other) === leafOf(name);
    const heirs = fresh.filter((other) => isCalledSo(other.name));
    if (heirs.length === 1 && missing.filter(isCalledSo).length === 1) found.set(name, heirs[0].name);
  }
}

function isUnknown(project: ProjectFacts, found: ReadonlyMap<string, string>, name: string): boolean {
  return !isModule(project, name) && !found.has(name);
}
