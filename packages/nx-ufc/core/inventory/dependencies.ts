import type { ProjectMetadata } from '../metadata/types';
import { resolveImport } from '../project/resolve';
import type { ProjectFacts } from '../project/types';
import type { DependencyReport } from './types';

/** Declared against imported. Guarded imports and those of tests do not make a dependency missing. */
export function dependencyReport(project: ProjectFacts, metadata: ProjectMetadata): DependencyReport {
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const imported = new Map<string, { modules: Set<string>; files: Set<string>; required: boolean }>();
  const used = new Set<string>();
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    for (const fact of facts.imports) {
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item, declared);
        if (target.kind !== 'external') continue;
        const entry = imported.get(target.distribution) ?? {
          modules: new Set(),
          files: new Set(),
          required: false,
        };
        for (const name of target.candidates) used.add(name);
        entry.modules.add(target.module.split('.')[0]);
        entry.files.add(path);
        entry.required ||= info.area === 'shipped' && !fact.guarded && fact.scope === 'module';
        imported.set(target.distribution, entry);
      }
    }
  }
  const main = metadata.dependencies.filter(({ group }) => group === 'main').map(({ name }) => name);
  const sorted = [...imported].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    declared: metadata.dependencies.map(({ name, requirement, file, group }) => ({
      name,
      requirement,
      file,
      group,
    })),
    imported: sorted.map(([name, { modules, files }]) => ({
      name,
      modules: [...modules].sort(),
      files: [...files].sort(),
    })),
    missing: sorted.filter(([name, entry]) => entry.required && !declared.has(name)).map(([name]) => name),
    unused: [...new Set(main.filter((name) => !used.has(name)))].sort(),
  };
}
