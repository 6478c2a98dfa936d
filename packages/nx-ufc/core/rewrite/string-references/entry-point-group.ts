import { readProjectMetadata } from '../../metadata/read';
import { isEntryPointLookup } from '../../project/naming-calls';
import { isArgumentFor, takesGroup } from '../../project/package-arguments';
import type { SourceTree } from '../../project/types';
import type { StringReference } from './kind';

/**
 * A group of entry points is often called like a module, but it is a name that other distributions know: it never changes.
 */
export function isEntryPointGroup({ context, call, position, string, at }: StringReference): boolean {
  if (!call) return false;
  if (!isEntryPointLookup(call)) return isArgumentFor(takesGroup, context.project, context.facts, call, at);
  return position === 0 || position === 1 || string.name === 'group' || string.name === 'namespace';
}

/** Kinds that can mean nothing but a module, whatever else is called like it. */
const MODULES = /^(import-string|patch-target|python-m|sys-modules|logger-name)$/;

/**
 * Is a literal a group that the packaging of the project declares? It is handed around like one: `find("pkg.backends")`, keys of a table of
 * defaults. What a kind finds in it counts where that could only be a module.
 */
export function isDeclaredGroup({ context, string }: StringReference, kind: string): boolean {
  return !MODULES.test(kind) && isGroup(context.project.tree, string.value);
}

/** Does the packaging of a project declare entry points of a group? */
export function isGroup(tree: SourceTree, name: string): boolean {
  return groupsOf(tree).has(name);
}

const groups = new WeakMap<SourceTree, ReadonlySet<string>>();

function groupsOf(tree: SourceTree): ReadonlySet<string> {
  let known = groups.get(tree);
  if (!known) {
    known = new Set(readProjectMetadata(tree).entryPoints.map(({ group }) => group));
    groups.set(tree, known);
  }
  return known;
}
