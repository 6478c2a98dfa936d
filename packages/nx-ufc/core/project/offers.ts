import type { ImportFact, ImportedName } from '../python/facts/types';
import { definesName, isModule } from './names';
import { resolveImport } from './resolve';
import type { ModuleInfo, ProjectFacts } from './types';

/** Does a module have an attribute, as far as its text tells? Star imports, `__getattr__` and files that do not parse may have any. */
export function offers(project: ProjectFacts, module: string, attribute: string, depth = 0): boolean {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts || facts.parseErrors.length > 0 || facts.moduleGetattr || /^__\w+__$/.test(attribute))
    return true;
  if (definesName(project, module, attribute) || isModule(project, `${module}.${attribute}`)) return true;
  if (changesItself(facts)) return true;
  return facts.imports.some((fact) =>
    fact.names.some((item) => item.name === '*' && starOffers(project, info, fact, item, attribute, depth)),
  );
}

function starOffers(
  project: ProjectFacts,
  info: ModuleInfo,
  fact: ImportFact,
  item: ImportedName,
  attribute: string,
  depth: number,
): boolean {
  const target = resolveImport(project, info, fact, item);
  return target.kind !== 'internal' || depth > 20 || offers(project, target.module, attribute, depth + 1);
}

/** `globals().update(...)`, `globals()[...] =`, `sys.modules[__name__] = …`, `setattr(module, …)`. */
function changesItself(facts: {
  calls: { callee: string; resolved: string | null }[];
  references: { resolved: string | null }[];
}): boolean {
  return (
    facts.calls.some((call) => call.resolved === 'builtins.globals' || call.resolved === 'builtins.exec') ||
    facts.references.some((reference) => reference.resolved === 'sys.modules')
  );
}
