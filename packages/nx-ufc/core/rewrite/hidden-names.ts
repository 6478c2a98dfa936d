import type { ModuleInfo, ProjectFacts } from '../project/types';
import { leafOf, parentOf } from '../project/module-name';
import { isBroughtByStar } from '../project/names';
import type { RewriteContext } from './context';
import { contextOf, newNameOf } from './context';
import { implicitNames } from './implicit-submodules';
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
  const info = project.modules.get(former)!;
  const bindings = project.facts.get(info.path)?.scopes[0]?.bindings ?? {};
  const isOwn = Object.hasOwn(bindings, name);
  if (!isOwn && !isBroughtByStar(project, former, name) && !namesBoundAgain(project, mapping, info).has(name))
    return false;
  const isOwnSubmodule = !isOwn || bindings[name].every((binding) => binding.kind === 'import');
  return !(isOwnSubmodule && newNameOf(mapping, `${former}.${name}`) === target);
}

const again = new WeakMap<MoveMapping, Map<string, ReadonlySet<string>>>();

/** Submodules that the `__init__` imports from where they went, because it names them: `__all__ = ["core"]`. */
function namesBoundAgain(project: ProjectFacts, mapping: MoveMapping, info: ModuleInfo): ReadonlySet<string> {
  const byPackage = again.get(mapping) ?? new Map<string, ReadonlySet<string>>();
  again.set(mapping, byPackage);
  const known = byPackage.get(info.name);
  if (known) return known;
  const context = contextOf(project, mapping, info);
  const found = new Set(context ? implicitNames(context).keys() : []);
  byPackage.set(info.name, found);
  return found;
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
