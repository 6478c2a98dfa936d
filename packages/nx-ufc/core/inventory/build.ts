import type { Blueprint } from '../blueprint/types';
import { frameworkOf } from '../classify/sighting';
import { resolveImport } from '../project/resolve';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import { dependencyReport } from './dependencies';
import { commandsOf } from '../cli-map';
import { detectRoutes, endpointsOf, type Detected } from '../endpoints';
import { modelFiles, type ModelFile } from '../data-models/files';
import { listModels } from './models';
import type { Analysis } from '../project/analysis';
import type { CodeInventory, InventoryImport, InventoryModule } from './types';
import { importCycles } from '../project/import-graph';

/** The inventory of a project: what CODE_INVENTORY.json says. Deterministic; nothing in it depends on place or time. */
export function buildInventory(
  { project, metadata, blueprint, edges, classifications }: Analysis,
  detected: Detected = detectRoutes(project),
  files: readonly ModelFile[] = modelFiles({ project, metadata }),
): CodeInventory {
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const modules = [...project.modulesByPath.values()].map((info) =>
    moduleEntry(project, info, blueprint, declared, classifications.get(info.path)!),
  );
  const facts = [...project.facts.values()];
  const sum = (count: (file: FileFacts) => number) => facts.reduce((total, file) => total + count(file), 0);
  return {
    schema: 'ufc:code-inventory:1',
    package: project.layout.roots[0]?.name ?? project.name,
    root: project.tree.root,
    modules,
    graph: { edges: [...edges], cycles: importCycles(edges) },
    endpoints: endpointsOf(detected),
    endpointGaps: detected.gaps,
    commands: commandsOf(project, metadata, detected.symbols),
    models: listModels(files),
    dependencies: dependencyReport(project, metadata),
    totals: {
      files: project.tree.files.length,
      lines: sum((file) => file.lines),
      modules: modules.length,
      classes: sum((file) => file.classes.length),
      functions: sum((file) => file.functions.length),
      parseErrors: facts.filter((file) => file.parseErrors.length > 0).length,
    },
  };
}

function moduleEntry(
  project: ProjectFacts,
  info: ModuleInfo,
  blueprint: Blueprint,
  declared: ReadonlySet<string>,
  classification: InventoryModule['classification'],
): InventoryModule {
  const facts = project.facts.get(info.path)!;
  const imports: InventoryImport[] = facts.imports.flatMap((fact) =>
    fact.names.map((item) => ({
      module: fact.kind === 'import' ? item.name : fact.module,
      name: fact.kind === 'import' ? null : item.name,
      alias: item.alias,
      level: fact.level,
      line: fact.line,
      scope: fact.scope,
      resolved: resolveImport(project, info, fact, item, declared).kind,
    })),
  );
  const used = imports
    .filter((item) => item.resolved === 'external')
    .map((item) => frameworkOf(blueprint, item.module)?.id);
  return {
    path: info.path,
    module: info.name,
    lines: facts.lines,
    imports,
    classes: facts.classes.map(({ name, qualname, bases, decorators, line, endLine }) => ({
      name,
      qualname,
      bases: bases.map((base) => base.name),
      decorators: decorators.map((decorator) => decorator.name),
      line,
      endLine,
    })),
    functions: facts.functions.map(
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
        line,
        endLine,
        complexity,
      }),
    ),
    frameworks: [...new Set(used.filter((id) => id !== undefined))].sort(),
    classification,
    parseErrors: facts.parseErrors.map(({ message, line, column }) => ({ message, line, column })),
  };
}
