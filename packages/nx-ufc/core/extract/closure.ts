import type { Analysis } from '../project/analysis';
import { namedModules } from './named-modules';
import { modulesInTexts } from './texts';

/** Who needs whom: by import statements of every scope, and by texts that name modules. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** @param onImport only what is needed for modules to be imported: not what functions import when they run, or type checkers read */
export function needsOf({ project, edges }: Pick<Analysis, 'project' | 'edges'>, onImport = false): Needs {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { from, to, scope } of edges) if (!onImport || scope === 'module') add(from, to);
  for (const info of project.modules.values()) {
    if (info.area !== 'shipped') continue;
    for (const { module, scopeId } of namedModules(project, info))
      if (module !== info.name && !(onImport && scopeId > 0)) add(info.name, module);
    if (!onImport) for (const module of modulesInTexts(project, info)) add(info.name, module);
  }
  return next;
}

/** Modules that some modules need, themselves included, each with who needs it. */
export function closureOf(
  { modules }: Analysis['project'],
  needs: Needs,
  start: ReadonlySet<string>,
  isAllowed: (module: string) => boolean,
): Map<string, string | null> {
  const found = new Map<string, string | null>([...start].map((module) => [module, null]));
  const queue = [...start];
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    for (const target of needs.get(module) ?? []) {
      if (found.has(target) || !modules.has(target) || !isAllowed(target)) continue;
      found.set(target, module);
      queue.push(target);
    }
  }
  return found;
}
