import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { FileFacts } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import type { RewriteContext, Rewrite } from './context';
import { newNameOf, plannedEdit, statementBefore } from './context';
import { executedNames } from './executed-names';
import { importedModule, isModule } from '../project/names';
import { leafOf, parentOf } from '../project/module-name';
import { isFoundLazily } from './lazy-submodules';
import { relativeModuleText } from '../project/relative';

/**
 * Importing `pkg.sub` binds `sub` in `pkg`'s namespace (https://docs.python.org/3/reference/import.html#submodules).
 * Code in `pkg/__init__.py` that relies on it — by using `sub`, by deleting it, by running a text that does, or by naming it in `__all__` — loses the name when the
 * submodule moves to another package. The name is then imported explicitly.
 */
export function bindImplicitSubmodules(context: RewriteContext): Rewrite {
  const edits: PlannedEdit[] = [];
  const review: ReviewItem[] = [];
  if (!context.info.isPackage) return { edits, review };
  for (const [name, line] of implicitNames(context)) {
    const target = newNameOf(context.mapping, `${context.info.name}.${name}`);
    if (parentOf(target) === context.newPackage && leafOf(target) === name) continue;
    const anchor =
      context.facts.imports.find((fact) => fact.scopeId === 0 && mentions(context, fact, name)) ??
      lastTopLevelImport(context);
    const statement = importStatement(context, target, name);
    if (!anchor) {
      review.push({
        path: context.info.path,
        line,
        column: 1,
        rule: 'IMPLICIT_SUBMODULE',
        message: `"${name}" was bound by importing the submodule; add "${statement}"`,
      });
      continue;
    }
    const at = { start: anchor.span.start, end: anchor.span.start };
    const text = statementBefore(context, anchor, statement);
    edits.push(
      plannedEdit(context, at, text, 'import', `${name} was bound by importing the submodule`, anchor.line),
    );
  }
  return { edits, review };
}

/** Names in an `__init__` that only importing a submodule binds, and a line that uses each. */
export function implicitNames(context: RewriteContext): Map<string, number> {
  const { facts, project, info } = context;
  const names = new Map<string, number>();
  const deleted = deletions(facts);
  const isImplicit = (name: string) =>
    (bindingsOf(facts.scopes[0], name) ?? []).every(({ span }) => deleted.has(span.start)) &&
    isModule(project, `${info.name}.${name}`);
  for (const { bindingScope, context: use, line, parts } of facts.references) {
    const [name] = parts;
    if (bindingScope <= 0 && use !== 'store' && isImplicit(name) && !names.has(name)) names.set(name, line);
  }
  for (const [name, line] of executedNames(facts)) if (isImplicit(name)) names.set(name, line);
  for (const [name, line] of claimedModules(context)) if (isImplicit(name)) names.set(name, line);
  for (const { name } of facts.dunderAll?.entries ?? [])
    if (isImplicit(name) && !isFoundLazily(project, info.name, name)) names.set(name, 1);
  return names;
}

/** Where names are deleted, which makes them names of the module and gives them no value. */
function deletions({ references }: FileFacts): Set<number> {
  return new Set(references.filter(({ context }) => context === 'del').map(({ span }) => span.start));
}

/** Submodules whose own `__module__` says that they lie in the package: pickles look for them there, by their name. */
function claimedModules({ facts, project, info }: RewriteContext): [string, number][] {
  return facts.imports.flatMap((fact): [string, number][] => {
    const name = fact.kind === 'from' ? importedModule(info, fact) : null;
    const other = name === null || parentOf(name) !== info.name ? undefined : project.modules.get(name);
    const claims = project.facts
      .get(other?.path ?? '')
      ?.assignments.some(
        ({ target, scopeId, value }) =>
          target === '__module__' && scopeId === 0 && value?.kind === 'literal' && value.value === info.name,
      );
    return claims ? [[leafOf(name!), fact.line]] : [];
  });
}

function mentions(
  context: RewriteContext,
  fact: RewriteContext['facts']['imports'][number],
  name: string,
): boolean {
  const full = `${context.info.name}.${name}`;
  const module = fact.kind === 'from' ? importedModule(context.info, fact) : null;
  return (
    module === full ||
    (module?.startsWith(`${full}.`) ?? false) ||
    (fact.kind === 'import' && fact.names.some((n) => n.name === full))
  );
}

function lastTopLevelImport({ facts }: RewriteContext) {
  return facts.imports.findLast(
    (fact) => fact.scopeId === 0 && fact.scope === 'module' && !fact.guarded && fact.module !== '__future__',
  );
}

function importStatement(context: RewriteContext, target: string, name: string): string {
  const home = parentOf(target);
  const leaf = leafOf(target);
  return `from ${relativeModuleText(context.newPackage, home) ?? home} import ${leaf === name ? leaf : `${leaf} as ${name}`}`;
}
