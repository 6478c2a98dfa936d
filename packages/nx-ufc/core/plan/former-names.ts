import type { ProjectFacts } from '../project/types';

/**
 * Import names that nothing but the package answered to. A namespace that holds packages only is shared with other distributions
 * (https://packaging.python.org/en/latest/guides/packaging-namespace-packages/): of it, the packages are named, `zope.event`.
 * @param roots top-level names whose modules move
 */
export function formerNames({ layout, modules }: ProjectFacts, roots: Iterable<string>): string[] {
  return [...roots].sort().flatMap((name) => {
    if (layout.roots.find((root) => root.name === name)?.kind !== 'namespace') return [name];
    const inside = [...modules.values()].filter((info) => info.name.startsWith(`${name}.`));
    const top = inside.filter((info) => {
      const parents = info.name.split('.').slice(0, -1);
      return !parents.some((_, at) => modules.has(parents.slice(0, at + 1).join('.')));
    });
    const isShared = top.length > 0 && top.every((info) => info.isPackage);
    return isShared ? top.map((info) => info.name).sort() : [name];
  });
}

/** Does a dotted name mean a module that had one of these names, or one below it? */
export function isBelow(module: string, names: readonly string[]): boolean {
  return names.some((name) => module === name || module.startsWith(`${name}.`));
}
