import type { BindingFact } from '../python/facts/types';
import type { ProjectFacts } from '../project/types';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import { leafOf, parentOf } from '../project/module-name';
import type { ReviewItem } from './types';

/**
 * Names that an `__init__` binds and that are, in the new tree, also names of modules or packages beside it: a facade that says
 * `from . import core` has the module `core` under that name, not the layer. Statements that were rewritten reach what they
 * mean; attribute access from elsewhere gets what the `__init__` binds.
 */
export function hiddenModules(project: ProjectFacts, mapping: MoveMapping): ReviewItem[] {
  const children = childrenByPackage(mapping);
  return [...mapping.modules].flatMap(([from, to]) => {
    const info = project.modules.get(from);
    const facts = info?.isPackage && info.area === 'shipped' ? project.facts.get(info.path) : undefined;
    if (!info || !facts) return [];
    return Object.entries(facts.scopes[0]?.bindings ?? {}).flatMap(([name, bindings]) => {
      const child = `${to}.${name}`;
      if (!children.get(to)?.has(name) || isThatModule(mapping, from, name, child, bindings)) return [];
      return [
        {
          path: info.path,
          line: lineOf(facts.imports, bindings[0]),
          column: 1,
          rule: 'NAME_HIDES_MODULE',
          message: `${name} is bound here and hides ${child} where it is reached as an attribute of ${to}; "from ${to}.${name} import …" still finds it`,
        },
      ];
    });
  });
}

function isThatModule(
  mapping: MoveMapping,
  former: string,
  name: string,
  child: string,
  bindings: readonly BindingFact[],
): boolean {
  return (
    bindings.every((binding) => binding.kind === 'import') &&
    newNameOf(mapping, `${former}.${name}`) === child
  );
}

function lineOf(imports: readonly { line: number }[], binding: BindingFact): number {
  return binding.kind === 'import' ? (imports[binding.index]?.line ?? 1) : 1;
}

function childrenByPackage(mapping: MoveMapping): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const target of mapping.modules.values())
    for (let name = target; parentOf(name) !== ''; name = parentOf(name))
      found.set(parentOf(name), (found.get(parentOf(name)) ?? new Set()).add(leafOf(name)));
  return found;
}
