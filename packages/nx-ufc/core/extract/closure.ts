import type { Analysis } from '../project/analysis';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { chosenModules, namedModules } from './named-modules';
import { lazyModules, modulesInTexts } from './texts';

/** Who needs whom: by import statements of every scope, and by texts that name modules. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** What of the needs is left out. */
export interface NeedsOptions {
  /** Only what is needed for modules to be imported: not what functions import when they run, or type checkers read. */
  onImport?: boolean;
  /** Modules whose texts stay texts: what they choose from when they run stays behind. */
  cut?: ReadonlySet<string>;
}

export function needsOf(
  { project, edges }: Pick<Analysis, 'project' | 'edges'>,
  { onImport = false, cut = new Set() }: NeedsOptions = {},
): Needs {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { from, to, scope } of edges) if (!onImport || scope === 'module') add(from, to);
  for (const info of project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const isCut = cut.has(info.name);
    const named = [...namedModules(project, info), ...(isCut ? [] : chosenModules(project, info))];
    for (const { module, scopeId } of named)
      if (module !== info.name && !(onImport && scopeId > 0)) add(info.name, module);
    if (!onImport && !isCut) for (const module of inTexts(project, info)) add(info.name, module);
  }
  return next;
}

/** Does a module choose others by texts when it runs? */
export function choosesByTexts(project: ProjectFacts, info: ModuleInfo): boolean {
  return (
    inTexts(project, info).length > 0 ||
    chosenModules(project, info).some(({ module }) => module !== info.name)
  );
}

function inTexts(project: ProjectFacts, info: ModuleInfo): string[] {
  return [...modulesInTexts(project, info), ...lazyModules(project, info)];
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
