import { isTyped, offersFor } from './offers-for';
import { resolveImport } from '../project/resolve';
import type { ProjectFacts } from '../project/types';
import type { FileFacts, ImportFact, ImportedName } from '../python/facts/types';
import type { BrokenReference } from './types';

/**
 * Every import of a project, tests and scripts included, that leads nowhere inside of it. What stands under a handler of
 * ImportError may be missing.
 * @param formerRoots top-level names that the package had before: nothing installed answers to them
 */
export function brokenImports(project: ProjectFacts, formerRoots: ReadonlySet<string>): BrokenReference[] {
  const broken: BrokenReference[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    for (const fact of facts.imports) {
      if (fact.guarded) continue;
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        const { module } = target;
        const typed = isTyped(path, fact);
        if (
          target.kind === 'missing' ||
          (target.kind === 'external' && formerRoots.has(module.split('.')[0]))
        )
          broken.push({
            ...brokenImport(path, fact, module, importedName(fact, item), false),
            asks: askedOf(facts, fact, item),
          });
        else if (target.kind === 'internal' && isMissing(project, module, target.attribute, typed))
          broken.push({
            ...brokenImport(path, fact, module, target.attribute, true),
            asks: askedOf(facts, fact, item),
          });
      }
    }
  }
  return broken;
}

/** A star and a plain import want the module alone. */
function importedName(fact: ImportFact, item: ImportedName): string | null {
  return fact.kind === 'import' || item.name === '*' ? null : item.name;
}

/** The attributes that a file reads of what an import binds. */
function askedOf({ references }: FileFacts, fact: ImportFact, item: ImportedName): string[] {
  const bound =
    item.alias !== null ? [item.alias] : fact.kind === 'from' ? [item.name] : item.name.split('.');
  return references.flatMap(({ parts, bindingScope }) =>
    bindingScope === fact.scopeId && bound.every((part, i) => parts[i] === part)
      ? parts.slice(bound.length, bound.length + 1)
      : [],
  );
}

function brokenImport(
  path: string,
  fact: ImportFact,
  module: string,
  name: string | null,
  nameIsMissing: boolean,
): BrokenReference {
  return {
    kind: 'import',
    wanted: { module, name, nameIsMissing, typed: isTyped(path, fact) },
    ...(fact.level > 0 ? { relative: { level: fact.level, module: fact.module ?? '' } } : {}),
    target: name === null ? module : `${module}.${name}`,
    path,
    line: fact.line,
    column: fact.column,
  };
}

function isMissing(project: ProjectFacts, module: string, attribute: string | null, typed: boolean): boolean {
  return attribute !== null && attribute !== '*' && !offersFor(project, module, attribute, typed);
}
