import { isTyped, offersFor } from './offers-for';
import { resolveImport } from '../project/resolve';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { ImportFact, ImportedName } from '../python/facts/types';

/** An import whose target is not there. */
export interface BrokenImport {
  info: ModuleInfo;
  fact: ImportFact;
  item: ImportedName;
  /** The module that is named. */
  module: string;
  /** The name that the module does not have; null when the module itself is missing. */
  attribute: string | null;
}

/**
 * Every import of a project, tests and scripts included, that leads nowhere inside of it. What stands under a handler of
 * ImportError may be missing.
 * @param formerRoots top-level names that the package had before: nothing installed answers to them
 */
export function brokenImports(project: ProjectFacts, formerRoots: ReadonlySet<string>): BrokenImport[] {
  const broken: BrokenImport[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    for (const fact of facts.imports) {
      if (fact.guarded) continue;
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        const { module } = target;
        if (
          target.kind === 'missing' ||
          (target.kind === 'external' && formerRoots.has(module.split('.')[0]))
        )
          broken.push({ info, fact, item, module, attribute: null });
        else if (
          target.kind === 'internal' &&
          isMissing(project, module, target.attribute, isTyped(path, fact))
        )
          broken.push({ info, fact, item, module, attribute: target.attribute });
      }
    }
  }
  return broken;
}

function isMissing(project: ProjectFacts, module: string, attribute: string | null, typed: boolean): boolean {
  return attribute !== null && attribute !== '*' && !offersFor(project, module, attribute, typed);
}
