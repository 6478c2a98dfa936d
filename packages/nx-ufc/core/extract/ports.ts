import type { Analysis } from '../project/analysis';
import { resolveImport } from '../project/resolve';
import type { Extraction } from './types';

/** What extracted code imports from outside of itself: declared distributions, and what nobody provides. */
export interface Outside {
  /** PEP 503 names. */
  distributions: Set<string>;
  ports: Extraction['ports'];
}

/** @param paths files of the extraction, by their place in the source */
export function outsideOf({ project, metadata }: Analysis, paths: readonly string[]): Outside {
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const distributions = new Set<string>();
  const ports = new Map<string, { names: Set<string>; places: string[] }>();
  for (const path of paths) {
    const info = project.modulesByPath.get(path);
    for (const fact of (info && project.facts.get(path)?.imports) ?? []) {
      for (const item of fact.names) {
        const target = resolveImport(project, info!, fact, item, declared);
        if (target.kind === 'external' && (declared.has(target.distribution) || info!.area === 'test'))
          distributions.add(target.distribution);
        else if (target.kind === 'missing' || (target.kind === 'external' && !fact.guarded)) {
          const port = ports.get(target.module) ?? { names: new Set(), places: [] };
          if (fact.kind === 'from') port.names.add(item.name);
          port.places.push(`${path}:${fact.line}`);
          ports.set(target.module, port);
        }
      }
    }
  }
  return {
    distributions,
    ports: [...ports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, { names, places }]) => ({
        module,
        names: [...names].sort(),
        places: [...new Set(places)],
      })),
  };
}
