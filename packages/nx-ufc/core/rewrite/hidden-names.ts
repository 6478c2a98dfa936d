import type { ProjectFacts } from '../project/types';
import { leafOf, parentOf } from '../project/module-name';
import type { RewriteContext } from './context';
import { newNameOf } from './context';
import type { MoveMapping } from './mapping';

/**
 * Is a module out of reach by attributes, because an `__init__` on the way binds the name of the next part to something
 * else? `from . import core` in the root makes `pkg.core` that module, and hides the layer of the name; only
 * `from pkg.core.utils import text` still reaches what lies below (the import system looks into `sys.modules`).
 */
export function isHidden({ project, mapping }: RewriteContext, target: string): boolean {
  const packages = formerPackages(project, mapping);
  for (let child = target; parentOf(child) !== ''; child = parentOf(child)) {
    const former = packages.get(parentOf(child));
    if (former !== undefined && binds(project, mapping, former, leafOf(child), child)) return true;
  }
  return false;
}

/** A statement that binds a module by a name of its own, and that name; for where an attribute chain does not reach. */
export function directImport(target: string, alias = directAlias(target)): string {
  return `from ${parentOf(target)} import ${leafOf(target)} as ${alias}`;
}

/** The name that a module out of reach gets in a file that spelled its path out. */
export function directAlias(target: string): string {
  return target.replaceAll('.', '_');
}

function binds(
  project: ProjectFacts,
  mapping: MoveMapping,
  former: string,
  name: string,
  target: string,
): boolean {
  const facts = project.facts.get(project.modules.get(former)!.path);
  const bindings = facts?.scopes[0]?.bindings ?? {};
  if (!Object.hasOwn(bindings, name)) return false;
  const isOwnSubmodule = bindings[name].every((binding) => binding.kind === 'import');
  return !(isOwnSubmodule && newNameOf(mapping, `${former}.${name}`) === target);
}

const cache = new WeakMap<MoveMapping, Map<string, string>>();

/** New name of a package → the old one, for packages whose `__init__` came along. */
function formerPackages(project: ProjectFacts, mapping: MoveMapping): Map<string, string> {
  const known = cache.get(mapping);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [from, to] of mapping.modules) if (project.modules.get(from)?.isPackage) found.set(to, from);
  cache.set(mapping, found);
  return found;
}
