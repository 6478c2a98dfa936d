import type { ImportFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { isMoved, newNameOf, plannedEdit } from './context';
import { rootStyle } from './root-binding';

/** Edits for `import a.b.c`, `import a.b as x`, one per name that moved. */
export function rewritePlainImport(context: RewriteContext, fact: ImportFact): PlannedEdit[] {
  return fact.names
    .filter((item) => isMoved(context, item.name))
    .map((item) => {
      const target = newNameOf(context.mapping, item.name);
      const root = item.name.split('.')[0];
      const keepsRoot = item.alias === null && rootStyle(context, fact.scopeId, root) === 'alias';
      const text = keepsRoot ? aliasedRoot(context, root, item.name, target) : target;
      return plannedEdit(context, item.nameSpan, text, 'import', `${item.name} is now ${target}`, fact.line);
    })
    .filter((edit) => edit.text !== edit.before);
}

/** `import a.b` binds `a`: the submodule is imported for its effect, the root under its old name. */
function aliasedRoot(context: RewriteContext, root: string, name: string, target: string): string {
  const alias = `${newNameOf(context.mapping, root)} as ${root}`;
  return name === root ? alias : `${target}, ${alias}`;
}
