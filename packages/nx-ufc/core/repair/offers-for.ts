import { offers } from '../project/offers';
import type { ProjectFacts } from '../project/types';
import type { ImportFact } from '../python/facts/types';

/**
 * Does a module offer a name to who asks? What only type checkers read sees what stubs say: names of types that no running code has.
 * @param isTyped does it stand in a stub, or below `TYPE_CHECKING`?
 */
export function offersFor(project: ProjectFacts, module: string, name: string, isTyped: boolean): boolean {
  return offers(project, module, name) || (isTyped && stubHas(project, module, name));
}

/** Is an import one that only type checkers read? */
export function isTyped(path: string, { scope }: Pick<ImportFact, 'scope'>): boolean {
  return path.endsWith('.pyi') || scope === 'type_checking';
}

function stubHas({ modules, facts }: ProjectFacts, module: string, name: string): boolean {
  const stub = facts.get(`${modules.get(module)?.path ?? ''}i`);
  if (!stub) return false;
  const isStarred = stub.imports.some(({ names }) => names.some((item) => item.name === '*'));
  return isStarred || Object.hasOwn(stub.scopes[0]?.bindings ?? {}, name);
}
