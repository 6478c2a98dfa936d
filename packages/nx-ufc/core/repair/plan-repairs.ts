import { referenceEdits } from '../merge/pyproject/references';
import { editToml } from '../merge/toml/edit';
import { plainData } from '../merge/toml/plain';
import type { PlannedEdit } from '../plan/types';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { brokenImports, type BrokenImport } from './broken';
import { candidatesOf } from './candidates';

/** What a repair does, and what it leaves to a person: plain data. */
export interface RepairPlan {
  files: { path: string; edits: PlannedEdit[] }[];
  /** The edited pyproject.toml, null when it needs nothing. */
  pyproject: string | null;
  open: { path: string; line: number; column: number; target: string; candidates: string[] }[];
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
  for (const item of broken) {
    const candidates = candidatesOf(project, item, former);
    const [only] = candidates;
    if (candidates.length !== 1)
      open.push(
        unresolved(
          item,
          candidates.map((candidate) => candidate.module),
        ),
      );
    else if (only.kind === 'module') modules.set(item.module, only.module);
    else attributes.set(`${item.module}:${item.item.name}`, only.module);
  }
  const mapping = mappingOf(modules, attributes);
  return {
    files: rewritten(project, mapping),
    pyproject: entryPoints(project, mapping),
    open,
    broken: broken.length,
  };
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
  return [...project.modulesByPath.values()]
    .map((info) => ({ path: info.path, edits: rewriteModule(view, mapping, info).edits }))
    .filter((file) => file.edits.length > 0);
}

const moduleOf = (key: string) => key.slice(0, key.indexOf(':'));

function missing(name: string): ModuleInfo {
  return { name, path: `<missing>/${name}`, isPackage: false, area: 'shipped', importable: true };
}

function entryPoints(project: ProjectFacts, mapping: MoveMapping): string | null {
  const file = project.tree.files.find((candidate) => candidate.path === 'pyproject.toml');
  if (!file || mapping.modules.size === 0) return null;
  const text = Buffer.from(file.bytes).toString('utf8');
  const operations = referenceEdits(plainData(text.replace(/^\uFEFF/, '')), {
    oldRoots: [...mapping.roots],
    mapModule: (module) => mapping.modules.get(module) ?? null,
    mapPath: () => null,
  });
  const result = editToml(text, operations);
  return result.ok && result.text !== text ? result.text : null;
}

function unresolved(
  { info, fact, module, attribute, item }: BrokenImport,
  candidates: string[],
): RepairPlan['open'][number] {
  const name = attribute ?? (fact.kind === 'from' && item.name !== '*' ? item.name : null);
  const target = name === null ? module : `${module}.${name}`;
  return { path: info.path, line: fact.line, column: fact.column, target, candidates };
}
