import type { Analysis } from '../project/analysis';
import { resolveImport } from '../project/resolve';
import { distributionsOf } from '../project/distributions';
import type { Resolution } from '../project/types';
import { outsideInTexts } from './texts';
import type { Extraction } from './types';

/** What extracted code imports from outside of itself: declared distributions, and what nobody provides. */
export interface Outside {
  /** PEP 503 names that code of the package needs to be imported. */
  needed: Set<string>;
  /** Those that it imports in functions or under a condition, or in modules that are not needed to import what was named. */
  optional: Set<string>;
  /** Those that its tests import. */
  tests: Set<string>;
  ports: Extraction['ports'];
}

/**
 * @param paths files of the extraction, by their place in the source
 * @param left modules of the source that stay behind although they are needed
 * @param onImport modules without which what was named cannot be imported
 */
export function outsideOf(
  { project, metadata }: Analysis,
  paths: readonly string[],
  left: ReadonlySet<string>,
  onImport: ReadonlyMap<string, unknown>,
): Outside {
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const found = { needed: new Set<string>(), optional: new Set<string>(), tests: new Set<string>() };
  const ports = new Places();
  const declaredFor = (module: string) => distributionsOf(module).find((name) => declared.has(name));
  for (const path of paths) {
    const info = project.modulesByPath.get(path);
    if (info?.area === 'shipped')
      for (const module of outsideInTexts(project, info)) {
        const distribution = declaredFor(module);
        if (distribution !== undefined) found.optional.add(distribution);
      }
    for (const fact of (info && project.facts.get(path)?.imports) ?? []) {
      for (const item of fact.names) {
        const target = resolveImport(project, info!, fact, item, declared);
        const isTest = info!.area === 'test';
        const isOptional = fact.guarded || fact.scope !== 'module' || !onImport.has(info!.name);
        if (target.kind === 'external' && (declared.has(target.distribution) || isTest))
          found[isTest ? 'tests' : isOptional ? 'optional' : 'needed'].add(target.distribution);
        else if (target.kind === 'external' && !fact.guarded && fact.scope !== 'type_checking')
          ports.add(target.module, fact, item, path);
        else if (
          isAway(target, left, fact.guarded) &&
          fact.scope !== 'type_checking' &&
          !(fact.guarded && isTest)
        )
          ports.add(target.module, fact, item, path);
      }
    }
  }
  return { ...found, ports: ports.sorted() };
}

/** What is not in the source and may be missing, a compiled module mostly, the code does without. */
function isAway({ kind, module }: Resolution, left: ReadonlySet<string>, guarded: boolean): boolean {
  return (kind === 'missing' && !guarded) || (kind === 'internal' && left.has(module));
}

/** Modules that are imported, with the names taken from them and where. */
class Places {
  private readonly found = new Map<string, { names: Set<string>; places: Set<string> }>();

  add(module: string, fact: { kind: string; line: number }, item: { name: string }, path: string): void {
    const one = this.found.get(module) ?? { names: new Set(), places: new Set() };
    if (fact.kind === 'from') one.names.add(item.name);
    one.places.add(`${path}:${fact.line}`);
    this.found.set(module, one);
  }

  sorted(): Extraction['ports'] {
    return [...this.found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, { names, places }]) => ({ module, names: [...names].sort(), places: [...places] }));
  }
}
