import { offers } from '../project/offers';
import type { ProjectFacts } from '../project/types';

/**
 * Does a module offer a name to a file? A stub sees what stubs say: names of types that no running code has.
 * @param from path of the file that asks
 */
export function offersFor(project: ProjectFacts, module: string, name: string, from: string): boolean {
  return offers(project, module, name) || (from.endsWith('.pyi') && stubHas(project, module, name));
}

function stubHas({ modules, facts }: ProjectFacts, module: string, name: string): boolean {
  const stub = facts.get(`${modules.get(module)?.path ?? ''}i`);
  if (!stub) return false;
  const isStarred = stub.imports.some(({ names }) => names.some((item) => item.name === '*'));
  return isStarred || Object.hasOwn(stub.scopes[0]?.bindings ?? {}, name);
}
