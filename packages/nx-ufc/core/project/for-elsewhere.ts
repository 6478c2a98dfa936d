import type { FileFacts } from '../python/facts/types';
import { resolveImport } from './resolve';
import type { ModuleInfo, ProjectFacts } from './types';

/** What code asks that has one part for each platform or version of Python. */
const ASKED = /^(sys\.(platform|version_info|hexversion|implementation)|os\.name|platform\.\w+)(\.|$)/;

/**
 * Is a module one for another platform or Python? It, or what imports it, asks where it runs, and nothing imports it whatever the
 * answer is, but modules of which the same holds.
 */
export function isForElsewhere(project: ProjectFacts, module: string, seen: readonly string[] = []): boolean {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!facts || seen.includes(module)) return false;
  const importers = importersOf(project, module);
  const asks = [facts, ...importers.map((one) => one.facts)].some((one) => asksWhereItRuns(one));
  return (
    importers.every(({ name, isConditional }) =>
      isConditional ? asks : isForElsewhere(project, name, [...seen, module]),
    ) &&
    (importers.length > 0 || asks)
  );
}

/** @param scopeId of the function that must ask, where it is not enough that anything does */
function asksWhereItRuns({ references }: FileFacts, scopeId?: number): boolean {
  return references.some(
    (one) =>
      one.resolved !== null && ASKED.test(one.resolved) && (scopeId === undefined || one.scopeId === scopeId),
  );
}

/** Does a statement stand in a branch, or in a function that asks where it runs? Other functions import late, whatever the platform. */
function standsApart(facts: FileFacts, { column, scopeId }: FileFacts['imports'][number]): boolean {
  return column > 1 && (scopeId === 0 || asksWhereItRuns(facts, scopeId));
}

/** Shipped modules that import one, and whether each of their statements that do so stands apart. */
function importersOf(project: ProjectFacts, module: string) {
  const found: { name: string; facts: FileFacts; isConditional: boolean }[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    if (info.area !== 'shipped' || info.name === module) continue;
    const statements = facts.imports.filter((fact) =>
      fact.names.some((item) => means(project, info, fact, item, module)),
    );
    if (statements.length > 0)
      found.push({
        name: info.name,
        facts,
        isConditional: statements.every((fact) => standsApart(facts, fact)),
      });
  }
  return found;
}

function means(
  project: ProjectFacts,
  info: ModuleInfo,
  fact: FileFacts['imports'][number],
  item: FileFacts['imports'][number]['names'][number],
  module: string,
): boolean {
  const target = resolveImport(project, info, fact, item);
  return target.kind === 'internal' && target.module === module;
}
