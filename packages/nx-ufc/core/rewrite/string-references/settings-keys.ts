import { definesName, isModule, modulePrefixLength } from '../../project/names';
import { offers } from '../../project/offers';
import type { ProjectFacts } from '../../project/types';
import type { RewriteContext } from '../context';
import type { StringReference } from './kind';
import { tableAt } from './module-table';

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * Is the dotted path of a module what keys of settings begin with, too: `userdata["pkg.mod.option"]`? Or is it such a key itself, in a table whose other
 * keys begin with the package and name nothing in it: `{"pkg.mod": …, "pkg.option": …}`? Users have such keys in files that nobody here sees, so they
 * cannot follow the module.
 */
export function isOfSettings({ context, string, path }: StringReference): boolean {
  return string.role === 'key'
    ? isAmongSettings(context, path.parts[0], string.span.start)
    : string.role !== 'argument' && scopes(context.project).has(string.value);
}

function isAmongSettings(context: RewriteContext, root: string, start: number): boolean {
  const { facts, project } = context;
  const unknown = facts.strings.filter(
    ({ role, value }) => role === 'key' && value.startsWith(`${root}.`) && namesNothing(project, value),
  );
  const keys = unknown.length === 0 ? [] : (tableAt(context, start)?.keys ?? []);
  return keys.some((key) => unknown.some(({ span }) => span.start === key?.start));
}

/** Has the package at the top no module and no name that is called so? */
function namesNothing(project: ProjectFacts, dotted: string): boolean {
  const parts = dotted.split('.');
  return modulePrefixLength(project, parts) === 1 && !offers(project, parts[0], parts[1]);
}

function scopes(project: ProjectFacts): ReadonlySet<string> {
  let known = cache.get(project);
  if (!known) cache.set(project, (known = scopesOf(project)));
  return known;
}

/** What stands before the last part of keys that name nothing which the module in front has. */
function scopesOf(project: ProjectFacts): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { strings } of project.facts.values()) {
    for (const { role, value } of strings) {
      if ((role !== 'key' && role !== 'subscript') || !value.includes('.')) continue;
      const [, module, name] = /^([A-Za-z_]\w*(?:\.\w+)+)\.([A-Za-z_]\w*)$/.exec(value) ?? [];
      if (name === undefined || !isModule(project, module)) continue;
      if (!isModule(project, value) && !definesName(project, module, name)) found.add(module);
    }
  }
  return found;
}
