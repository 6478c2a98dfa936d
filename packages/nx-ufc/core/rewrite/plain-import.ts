import type { ImportedName, ImportFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { isMoved, newNameOf, plannedEdit } from './context';
import { directImport, isHidden } from './hidden-names';
import { parentOf } from '../project/module-name';
import { rootStyle } from './root-binding';

/** Edits for `import a.b.c`, `import a.b as x`, one per name that moved. */
export function rewritePlainImport(context: RewriteContext, fact: ImportFact): PlannedEdit[] {
  return fact.names
    .filter((item) => isMoved(context, item.name))
    .map((item) => {
      const direct = directly(context, fact, item);
      if (direct) return direct;
      const target = newNameOf(context.mapping, item.name);
      const root = item.name.split('.')[0];
      const keepsRoot =
        item.alias === null &&
        (rootStyle(context, fact.scopeId, root) === 'alias' || isForOthers(context, item.name));
      const text = keepsRoot ? aliasedRoot(context, root, item.name, target) : target;
      return plannedEdit(context, item.nameSpan, text, 'import', `${item.name} is now ${target}`, fact.line);
    })
    .filter((edit) => edit.text !== edit.before);
}

/** `import a` in a piece of a program that makes nothing of it. */
function isForOthers({ isPiece, facts, mapping }: RewriteContext, name: string): boolean {
  const isTop = parentOf(name) === '' && parentOf(newNameOf(mapping, name)) === '';
  return isPiece === true && isTop && !facts.references.some(({ parts }) => parts[0] === name);
}

/** `import a.b as x`, alone in its statement, where attributes do not lead to the module any more. */
function directly(context: RewriteContext, fact: ImportFact, item: ImportedName): PlannedEdit | null {
  const target = newNameOf(context.mapping, item.name);
  if (item.alias === null || fact.names.length > 1 || !isHidden(context, target)) return null;
  const text = directImport(target, item.alias);
  return plannedEdit(context, fact.span, text, 'import', `${item.name} is now ${target}`, fact.line);
}

/** `import a.b` binds `a`: the submodule is imported for its effect, the root under its old name. */
function aliasedRoot(context: RewriteContext, root: string, name: string, target: string): string {
  const alias = `${newNameOf(context.mapping, root)} as ${root}`;
  return name === root ? alias : `${target}, ${alias}`;
}
