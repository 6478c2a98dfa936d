import { referenceEdits } from '../merge/pyproject/references';
import type { Operation } from '../merge/data/operation';
import { editToml } from '../merge/toml/edit';
import { plainData } from '../merge/toml/plain';
import type { PlannedEdit } from '../plan/types';
import { rewriteOther } from '../plan/plan-file';
import type { ModuleInfo, ProjectFacts, TreeFile } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { brokenImports, type BrokenImport } from './broken';
import { candidatesOf, wantedBy } from './candidates';
import { nearOf } from './near';
import { brokenTexts } from './strings';
import { brokenEntryPoints, type BrokenEntryPoint } from './entry-points';

/** What a repair does, and what it leaves to a person: plain data. */
export interface RepairPlan {
  files: { path: string; edits: PlannedEdit[] }[];
  /** The edited pyproject.toml, null when it needs nothing. */
  pyproject: string | null;
  open: {
    path: string;
    line: number;
    column: number;
    target: string;
    candidates: string[];
    /** What is spelled almost so, where there is no candidate. */
    near: string | null;
  }[];
  broken: number;
}

/**
 * Repair imports whose target left, where exactly one module can be meant: the import, and every reference, string and
 * entry point that names the same module.
 * @param former old dotted name of a module → its new one, from the ledger; may be empty
 */
export function planRepairs(project: ProjectFacts, former: Readonly<Record<string, string>>): RepairPlan {
  const formerRoots = new Set(Object.keys(former).map((name) => name.split('.')[0]));
  for (const root of project.layout.roots) formerRoots.delete(root.name);
  const broken = brokenImports(project, formerRoots);
  const modules = new Map<string, string>();
  const attributes = new Map<string, string>();
  const open: RepairPlan['open'] = [];
  const doubtful: { item: BrokenImport; found: string[] }[] = [];
  for (const item of broken) {
    const candidates = candidatesOf(project, wantedBy(item), former);
    const [only] = candidates;
    if (candidates.length !== 1)
      doubtful.push({ item, found: candidates.map((candidate) => candidate.module) });
    else if (only.kind === 'module') modules.set(item.module, only.module);
    else attributes.set(`${item.module}:${item.item.name}`, only.module);
  }
  // Of two modules that have a name, the one that has another name of the missing module is that module.
  const settled = doubtful.filter(({ item, found }) => found.includes(modules.get(item.module) ?? ''));
  for (const { item, found } of doubtful)
    if (!settled.some((one) => one.item === item)) open.push(unresolved(project, item, found));
  let texts = 0;
  for (const { info, wanted, line, column } of brokenTexts(project, formerRoots)) {
    const { module, name } = wanted;
    if (modules.has(module) || attributes.has(`${module}:${name}`)) continue;
    const candidates = candidatesOf(project, wanted, former);
    if (candidates.length === 0) continue;
    texts++;
    const target = name === null ? module : `${module}.${name}`;
    const found = candidates.map((candidate) => candidate.module);
    if (found.length > 1) open.push({ path: info.path, line, column, target, candidates: found, near: null });
    else if (candidates[0].kind === 'module') modules.set(module, found[0]);
    else attributes.set(`${module}:${name}`, found[0]);
  }
  addModulesBelow(project, modules);
  const mapping = mappingOf(modules, attributes);
  const entries = brokenEntryPoints(project, formerRoots).map((entry) => ({
    entry,
    candidates: candidatesOf(project, entry.wanted, former).map((candidate) => candidate.module),
  }));
  for (const { entry, candidates } of entries)
    if (candidates.length !== 1)
      open.push({
        ...entry.place,
        target: entry.value,
        candidates,
        near:
          candidates.length > 0 ? null : nearOf(project, entry.value.replace(':', '.'), entry.wanted.module),
      });
  const unique = entries.filter(({ candidates }) => candidates.length === 1);
  return {
    files: rewritten(project, mapping),
    pyproject: repairedPyproject(
      project,
      mapping,
      unique.map(({ entry, candidates }) => ({ entry, module: candidates[0] })),
    ),
    open,
    broken: broken.length + texts + entries.length,
  };
}

/** With a package that was found again all modules in it are: documents name some that no code imports by its former name. */
function addModulesBelow(project: ProjectFacts, found: Map<string, string>): void {
  for (const [from, to] of [...found])
    for (const { name, area } of project.modules.values()) {
      const former = from + name.slice(to.length);
      if (
        area === 'shipped' &&
        name.startsWith(`${to}.`) &&
        !project.modules.has(former) &&
        !found.has(former)
      )
        found.set(former, name);
    }
}

function mappingOf(modules: Map<string, string>, attributes: Map<string, string>): MoveMapping {
  const names = [...modules.keys(), ...attributes.keys()];
  const roots = new Set(names.map((name) => name.split(/[.:]/)[0]));
  return { modules, attributes, paths: new Map(), roots, distribution: { from: '', to: '' } };
}

/** The rewriter of a migration, on a project in which the missing modules are there under their old names. */
function rewritten(project: ProjectFacts, mapping: MoveMapping): RepairPlan['files'] {
  const modules = new Map(project.modules);
  for (const name of [
    ...mapping.modules.keys(),
    ...[...(mapping.attributes ?? new Map()).keys()].map(moduleOf),
  ])
    if (!modules.has(name)) modules.set(name, missing(name));
  const view = { ...project, modules };
  return project.tree.files
    .filter(({ path, isBareLink }) => path !== 'pyproject.toml' && !isBareLink)
    .map((file) => ({ path: file.path, edits: editsOf(view, mapping, file) }))
    .filter((file) => file.edits.length > 0);
}

/** Documents and configuration follow what was found again; what they may name besides is no import, and is left alone. */
function editsOf(view: ProjectFacts, mapping: MoveMapping, file: TreeFile): PlannedEdit[] {
  const info = view.modulesByPath.get(file.path);
  if (info) return rewriteModule(view, mapping, info).edits;
  return mapping.roots.size > 0 ? rewriteOther(view, mapping, file).edits : [];
}

const moduleOf = (key: string) => key.slice(0, key.indexOf(':'));

function missing(name: string): ModuleInfo {
  return { name, path: `<missing>/${name}`, isPackage: false, area: 'shipped', importable: true };
}

/** Entry points by what each of them names, then everything else that names a module that was found again. */
function repairedPyproject(
  project: ProjectFacts,
  mapping: MoveMapping,
  repaired: readonly { entry: BrokenEntryPoint; module: string }[],
): string | null {
  const file = project.tree.files.find((candidate) => candidate.path === 'pyproject.toml');
  if (!file || mapping.modules.size + repaired.length === 0) return null;
  const text = Buffer.from(file.bytes).toString('utf8');
  const own = repaired.map(({ entry, module }): Operation => ({
    op: 'set',
    path: entry.path,
    value: module + entry.value.slice(entry.wanted.module.length),
    reason: `${entry.wanted.module} is now ${module}`,
  }));
  const taken = new Set(own.map((operation) => JSON.stringify(operation.path)));
  const others = referenceEdits(plainData(text.replace(/^\uFEFF/, '')), {
    oldRoots: [...mapping.roots],
    mapModule: (module) => mapping.modules.get(module) ?? null,
    mapPath: () => null,
  }).filter((operation) => !taken.has(JSON.stringify(operation.path)));
  const result = editToml(text, [...own, ...others]);
  return result.ok && result.text !== text ? result.text : null;
}

function unresolved(
  project: ProjectFacts,
  { info, fact, module, attribute, item }: BrokenImport,
  candidates: string[],
): RepairPlan['open'][number] {
  const name = attribute ?? (fact.kind === 'from' && item.name !== '*' ? item.name : null);
  const target = name === null ? module : `${module}.${name}`;
  const near = candidates.length > 0 ? null : nearOf(project, target, module);
  return { path: info.path, line: fact.line, column: fact.column, target, candidates, near };
}
