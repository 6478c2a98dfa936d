import type { ImportFact, ImportedName } from '../../python/facts/types';
import { isCompiled } from '../../project/compiled-modules';
import { isInjected } from '../../project/injected-modules';
import { isLeftOut } from '../../project/left-out';
import { offers } from '../../project/offers';
import { resolveImport } from '../../project/resolve';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import { definitionOf, finding } from '../rule';
import type { Finding } from '../types';
import { closest } from '../../text/closest';
import { hiddenImports } from './hidden-imports';
import { isTestData } from './test-data';
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
      if ((info.area !== 'shipped' && info.area !== 'test') || isTestData(analysis, info)) return [];
      const found = facts.imports.flatMap((fact) =>
        once(fact.names.flatMap((item) => checkOne(input, info, fact, item, declared))),
      );
      return [...found, ...hiddenImports(input, info, facts)];
    });
  },
};

/** A module that is missing is said once, however many names a statement wants of it. */
function once(findings: Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter(({ message }) => !said.has(message) && said.add(message));
}

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
    if (isCompiled(analysis, what) || isLeftOut(project, what) || isInjected(project, what)) return [];
    const near = closest(what, candidates);
    const hint = near ? ` — did you mean "${near}"?` : '';
    const message = `"${what}"${hint} Edit the import, or run nx g @au/nx-ufc:imports ${name}`;
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

function namesOf(project: ProjectFacts, module: string): string[] {
  const info = project.modules.get(module);
  const bindings = info ? Object.keys(project.facts.get(info.path)?.scopes[0]?.bindings ?? {}) : [];
  return bindings.map((name) => `${module}.${name}`);
}
