import type { Blueprint } from '../blueprint/types';
import { frameworkOf } from '../classify/sighting';
import { resolveImport } from '../project/resolve';
import { KNOWN_MINORS, stdlibMinors } from '../project/stdlib-versions';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import type { InventoryImport, InventoryModule } from './types';

/** What the inventory says of one module. @param declared PEP 503 names of the declared dependencies */
export function moduleEntry(
  project: ProjectFacts,
  info: ModuleInfo,
  blueprint: Blueprint,
  declared: ReadonlySet<string>,
  classification: InventoryModule['classification'],
): InventoryModule {
  const facts = project.facts.get(info.path)!;
  const imports = importsOf(project, info, facts, declared);
  const used = imports
    .filter((item) => item.resolved === 'external')
    .map((item) => frameworkOf(blueprint, item.module)?.id);
  return {
    path: info.path,
    module: info.name,
    area: info.area,
    package: info.isPackage,
    lines: facts.lines,
    imports,
    classes: facts.classes.map(({ name, qualname, bases, decorators, line, endLine }) => ({
      name,
      qualname,
      bases: bases.map((base) => base.name),
      decorators: decorators.map((decorator) => decorator.name),
      parent: parentIn(qualname),
      line,
      endLine,
    })),
    functions: functionsOf(facts),
    frameworks: [...new Set(used.filter((id) => id !== undefined))].sort(),
    classification,
    parseErrors: facts.parseErrors.map(({ message, line, column }) => ({ message, line, column })),
  };
}

function functionsOf({ functions }: FileFacts): InventoryModule['functions'] {
  return functions.map(
    ({ name, qualname, decorators, parameters, async: isAsync, line, endLine, complexity }) => ({
      name,
      qualname,
      decorators: decorators.map((decorator) => decorator.name),
      parameters: parameters.map(({ name: parameter, kind, annotation, default: value }) => ({
        name: parameter,
        kind,
        annotation,
        default: value,
      })),
      async: isAsync,
      parent: parentIn(qualname),
      line,
      endLine,
      complexity,
    }),
  );
}

/** `Outer.method.<locals>.Inner` stands in `Outer.method`. */
function parentIn(qualname: string): string | null {
  const at = qualname.lastIndexOf('.');
  return at < 0 ? null : qualname.slice(0, at).replace(/\.<locals>$/, '');
}

function importsOf(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  declared: ReadonlySet<string>,
): InventoryImport[] {
  return facts.imports.flatMap((fact) =>
    fact.names.map((item) => {
      const target = resolveImport(project, info, fact, item, declared);
      const only = target.kind === 'stdlib' ? onlyIn(project, target.module) : null;
      return {
        module: fact.kind === 'import' ? item.name : fact.module,
        name: fact.kind === 'import' ? null : item.name,
        alias: item.alias,
        level: fact.level,
        line: fact.line,
        scope: fact.scope,
        resolved: target.kind === 'vendored' ? 'internal' : target.kind,
        distribution: target.kind === 'external' ? target.distribution : null,
        guarded: fact.guarded,
        ...(only ? { only } : {}),
      };
    }),
  );
}

function onlyIn({ minors = KNOWN_MINORS }: ProjectFacts, module: string): string[] | null {
  const found = stdlibMinors(module.split('.')[0], minors);
  return found.length === minors.length ? null : found.map((minor) => `3.${minor}`);
}
