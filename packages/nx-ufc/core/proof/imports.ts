import type { Ledger } from '../plan/ledger';
import { leafOf, parentOf } from '../project/module-name';

/** By module name: null for one that imports, the error of one that does not. */
export type ImportOutcomes = ReadonlyMap<string, string | null>;

/** What became of the modules of a package. */
export interface ImportComparison {
  checked: number;
  /** Modules that did not import before: nothing is expected of them. */
  failedBefore: { module: string; error: string }[];
  /** Modules that imported before and do not now. */
  lost: { before: string; after: string; error: string }[];
  /**
   * Old packages that are installed beside the new ones, for something requires the distribution as it was published. They were hidden
   * from the migrated code and its tests, so what was not rewritten is noticed. Left out when there are none.
   */
  hidden?: string[];
}

/**
 * The modules to import, old name → new: all that moved, and for what was taken out of a module that module. `__main__` modules are
 * programs: to import one is to run it.
 */
export function modulesToImport({
  modules,
  splits,
}: Pick<Ledger, 'modules' | 'splits'>): [before: string, after: string][] {
  const homes = new Map(
    splits.flatMap(({ module, parts }) => parts.map((part): [string, string] => [part.module, module])),
  );
  return Object.entries(modules)
    .filter(([name]) => leafOf(name) !== '__main__')
    .map(([name, after]) => [homes.get(name) ?? name, after]);
}

/** Old names of the packages that moved: nothing should answer to them after the move, but what `--compat=shim` made. */
export function oldPackages(
  modules: readonly (readonly [before: string, after: string])[],
  shims: readonly string[],
): string[] {
  const moved = modules.flatMap(([before, after]) => (before === after ? [] : [before]));
  const all = new Set(moved);
  const isTop = (name: string) => !all.has(parentOf(name)) && !shims.includes(name.split('.')[0]);
  return [...all].filter(isTop).sort();
}

/** Compare what imported before a migration with what imports after it, module by module. */
export function compareImports(
  modules: readonly (readonly [before: string, after: string])[],
  before: ImportOutcomes,
  after: ImportOutcomes,
  hidden: readonly string[] = [],
): ImportComparison {
  const failedBefore = modules.flatMap(([module]) => {
    const error = before.get(module) ?? null;
    return error === null ? [] : [{ module, error }];
  });
  const failed = new Set(failedBefore.map(({ module }) => module));
  const lost = modules.flatMap(([from, to]) => {
    const error = after.get(to) ?? null;
    return failed.has(from) || error === null ? [] : [{ before: from, after: to, error }];
  });
  return {
    checked: modules.length,
    failedBefore,
    lost,
    ...(hidden.length > 0 ? { hidden: [...hidden] } : {}),
  };
}
