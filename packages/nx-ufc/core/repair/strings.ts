import { PATCHER, isImporter } from '../project/naming-calls';
import { isModule } from '../project/names';
import type { ProjectFacts } from '../project/types';
import type { CallFact } from '../python/facts/types';
import type { BrokenReference, RepairKnowledge, Wanted } from './types';

/**
 * Targets of patches and names given to imports whose module is missing in a package of the project. A text may name anything on
 * purpose, so whoever asks looks whether there is a module that it can mean.
 * @param formerRoots top-level names that the package had before
 */
export function brokenTexts(project: ProjectFacts, formerRoots: ReadonlySet<string>): BrokenReference[] {
  const roots = new Set([...formerRoots, ...project.layout.roots.map((root) => root.name)]);
  const found: BrokenReference[] = [];
  for (const [path, facts] of project.facts) {
    if (!project.modulesByPath.has(path)) continue;
    facts.strings.forEach(({ value, role, call, formatted, line, column }, at) => {
      const around = role === 'argument' ? facts.calls[call] : undefined;
      if (!around || formatted || around.arguments[0]?.string !== at) return;
      const wanted = wantedBy(value, around);
      if (wanted && roots.has(wanted.module.split('.')[0]) && isMissing(project, wanted))
        found.push({ kind: 'text', wanted, target: value, path, line, column });
    });
  }
  return found;
}

/**
 * Modules of the package that generated files name in texts, and that are missing: a generator wrote them because they were there. So does
 * the package under the old name, whether or not anything else imports a module.
 */
export function brokenInGenerated(
  project: ProjectFacts,
  { former, generated }: RepairKnowledge,
): BrokenReference[] {
  const known = new Set(Object.values(former));
  return [...generated].flatMap((path) =>
    (project.facts.get(path)?.strings ?? []).flatMap(({ value, role, line, column }): BrokenReference[] => {
      if (role === 'docstring' || !known.has(value) || isModule(project, value)) return [];
      const wanted = { module: value, name: null, nameIsMissing: false };
      return [{ kind: 'generated', wanted, target: value, path, line, column }];
    }),
  );
}

/** `pkg.mod` of an import, `pkg.mod.name` of a patch. */
function wantedBy(value: string, call: CallFact): Wanted | null {
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(value)) return null;
  if (isImporter(call)) return { module: value, name: null, nameIsMissing: false };
  if (!PATCHER.test(call.callee)) return null;
  const at = value.lastIndexOf('.');
  return { module: value.slice(0, at), name: value.slice(at + 1), nameIsMissing: false };
}

/** Missing is what no module and no attribute of one on the way can be. */
function isMissing(project: ProjectFacts, { module }: Wanted): boolean {
  if (isModule(project, module)) return false;
  const above = module.slice(0, module.lastIndexOf('.'));
  const info = project.modules.get(above);
  if (!info) return !isModule(project, above.split('.')[0]) || isModule(project, above);
  return (
    info.isPackage &&
    !Object.hasOwn(project.facts.get(info.path)?.scopes[0]?.bindings ?? {}, module.slice(above.length + 1))
  );
}
