import { resolveImport } from '../../project/resolve';
import { share } from '../share';
import { shippedModules } from '../shipped';
import type { Term } from '../types';

/** Modules whose imports can all be satisfied: by the package, the standard library, or what it declares. */
export const selfContainment: Term = (analysis) => {
  const { project, metadata } = analysis;
  const declared = new Set(metadata.dependencies.map((dependency) => dependency.name));
  const modules = shippedModules(analysis);
  const complete = modules.filter(({ info, facts }) =>
    facts.imports.every(
      (fact) =>
        fact.guarded ||
        fact.names.every((item) => {
          const target = resolveImport(project, info, fact, item, declared);
          return (
            target.kind !== 'missing' && (target.kind !== 'external' || declared.has(target.distribution))
          );
        }),
    ),
  );
  return share(complete.length, modules.length, 'modules import only what is there or declared');
};
