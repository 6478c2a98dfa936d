import { ownValue } from '../project/own-value';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { homeOfName } from './locations/constants';

/**
 * The name of a module or package that a name of a module holds: `NAME = __name__.split(".")[0]`, `PACKAGE = __package__`. Null when it holds
 * anything else.
 * @param resolved the name as facts of `info` resolve it
 */
export function heldName(project: ProjectFacts, info: ModuleInfo, resolved: string): string | null {
  const home = homeOfName(project, info, resolved);
  const module = home && project.modules.get(home.module);
  const facts = module && project.facts.get(module.path);
  const bound = facts?.assignments.filter(({ target, scopeId }) => scopeId === 0 && target === home!.name);
  if (bound?.length !== 1) return null;
  return ownValue(module!, bound[0].value?.text ?? '');
}
