import type { ImportFact, ImportedName } from '../../python/facts/types';
import { definesName, isModule } from '../../project/names';
import { resolveImport } from '../../project/resolve';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import { definitionOf, finding } from '../rule';
import { closest } from './closest';
import type { VerifyInput, VerifyRule } from './types';
import { place } from './types';

/** Every import of every module has a target; what is imported from elsewhere is declared. */
export const imports: VerifyRule = {
  ids: ['IMPORT_UNRESOLVED', 'UNDECLARED_DEPENDENCY'],
  check(input) {
    const { analysis } = input;
    const { project, metadata } = analysis;
    const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
    return [...project.facts].flatMap(([path, facts]) => {
      const info = project.modulesByPath.get(path)!;
      if (info.area !== 'shipped' && info.area !== 'test') return [];
      return facts.imports.flatMap((fact) =>
        fact.names.flatMap((item) => checkOne(input, info, fact, item, declared)),
      );
    });
  },
};

function checkOne(
  input: VerifyInput,
  info: ModuleInfo,
  fact: ImportFact,
  item: ImportedName,
  declared: ReadonlySet<string>,
) {
  const { analysis, project: name } = input;
  const { project, blueprint } = analysis;
  const target = resolveImport(project, info, fact, item, declared);
  if (fact.guarded) return [];
  const unresolved = (what: string, candidates: Iterable<string>) => {
    const near = closest(what, candidates);
    const hint = near ? ` — did you mean "${near}"?` : '';
    const message = `"${what}"${hint} Edit the import, or run nx run ${name}:inventory to see what is there.`;
    return [
      finding(
        analysis,
        definitionOf(blueprint, 'IMPORT_UNRESOLVED'),
        info.path,
        place(fact.line, fact.column, message),
      ),
    ];
  };
  if (target.kind === 'missing') return unresolved(target.module, project.modules.keys());
  if (target.kind === 'internal') {
    const { module, attribute } = target;
    if (attribute === null || attribute === '*' || offers(project, module, attribute)) return [];
    return unresolved(`${module}.${attribute}`, namesOf(project, module));
  }
  const undeclared =
    target.kind === 'external' &&
    info.area === 'shipped' &&
    fact.scope === 'module' &&
    !declared.has(target.distribution);
  if (!undeclared || input.knownGaps.has(info.path)) return [];
  return [
    finding(
      analysis,
      definitionOf(blueprint, 'UNDECLARED_DEPENDENCY'),
      info.path,
      place(
        fact.line,
        fact.column,
        `${target.module} comes from "${target.distribution}", which pyproject.toml does not declare`,
      ),
    ),
  ];
}

/** Does a module have an attribute, as far as its text tells? Star imports, `__getattr__` and files that do not parse may have any. */
function offers(project: ProjectFacts, module: string, attribute: string, depth = 0): boolean {
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

function namesOf(project: ProjectFacts, module: string): string[] {
  const info = project.modules.get(module);
  const bindings = info ? Object.keys(project.facts.get(info.path)?.scopes[0]?.bindings ?? {}) : [];
  return bindings.map((name) => `${module}.${name}`);
}
