import { bindingsOf } from '../python/facts/resolve';
import type { ScopeFact } from '../python/facts/types';
import { importedModule } from '../project/names';
import { leafOf, parentOf } from '../project/module-name';
import type { ProjectFacts } from '../project/types';
import type { RewriteContext } from './context';
import { isMoved, newNameOf } from './context';
import { codeRuns, givesNames, namesRead } from './executed-names';

/**
 * What `import a.b` binds is the name `a`. After the move either that name is renamed everywhere in its scope
 * (`rename`), or the old name is kept as an alias (`alias`), because something else in the file depends on it.
 */
export type RootStyle = 'rename' | 'alias';

/**
 * Decide for one name in one scope. The alias is needed when the scope binds the name in other ways too
 * (`tinydb = None` in an `except ImportError`), exports it, runs or is filled with text that may read it, or when the new place is no top-level package.
 */
export function rootStyle(context: RewriteContext, scopeId: number, root: string): RootStyle {
  if (context.hasFields || parentOf(newNameOf(context.mapping, root)) !== '') return 'alias';
  const { facts } = context;
  const plain = (bindingsOf(facts.scopes[scopeId], root) ?? []).every((binding) => {
    if (binding.kind !== 'import') return false;
    const fact = facts.imports[binding.index];
    return fact.kind === 'import' && fact.names[binding.sub].alias === null && isMoved(context, root);
  });
  if (!plain) return 'alias';
  if (scopeId === 0 && isUsedFromOutside(context, root)) return 'alias';
  if (runsText(context, scopeId, root)) return 'alias';
  return 'rename';
}

/** Does code in the scope, or inside of it, run a text that reads the name, or that is not at hand, and which sees the names of the scope? */
function runsText({ facts }: RewriteContext, scopeId: number, root: string): boolean {
  return codeRuns(facts).some((call) => {
    const [code, names] = call.arguments;
    if (!code || (names && !givesNames(names.value.text))) return false;
    const isRead = code.value.kind !== 'literal' || namesRead(facts, call)?.includes(root);
    if (!isRead) return false;
    let scope = call.scopeId;
    while (scope > scopeId) scope = facts.scopes[scope].parent;
    return scope === scopeId;
  });
}

function isUsedFromOutside({ facts, project, info, mapping, text }: RewriteContext, root: string): boolean {
  if (facts.dunderAll?.entries.some((entry) => entry.name === root)) return true;
  const isGlobal = (scope: ScopeFact) => bindingsOf(scope, root)?.some(({ kind }) => kind === 'global');
  if (text.includes('global') && facts.scopes.some(isGlobal)) return true;
  return namesOfOthers(project, mapping.roots).has(`${leafOf(info.name)}.${root}`);
}

const cache = new WeakMap<ProjectFacts, Set<string>>();

/**
 * `main.shop`, where some file takes the name of a moved package from a module that imports it: `from .main import shop`,
 * `main.shop.connect`, `patch("host.main.shop.connect")`. A module counts by the last part of its name.
 */
function namesOfOthers(project: ProjectFacts, roots: ReadonlySet<string>): Set<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  const add = (parts: readonly string[]) => {
    for (let i = 1; i < parts.length; i++) if (roots.has(parts[i])) found.add(`${parts[i - 1]}.${parts[i]}`);
  };
  const attributes = [...roots].map((root) => `.${root}`);
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path);
    for (const fact of facts.imports) {
      const module = fact.kind === 'from' && info ? importedModule(info, fact) : null;
      if (module !== null) for (const { name } of fact.names) add([leafOf(module), name]);
    }
    for (const { parts } of facts.references) add(parts);
    for (const { value, role } of facts.strings)
      if (role !== 'docstring' && attributes.some((attribute) => value.includes(attribute)))
        for (const [dotted] of value.matchAll(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/g)) add(dotted.split('.'));
  }
  cache.set(project, found);
  return found;
}
