import type { FileFacts } from '../python/facts/types';
import { parentOf } from './module-name';
import type { ModuleInfo, ProjectFacts } from './types';

/**
 * The module of the project that makes another one when it runs, which no file holds: `six.moves.urllib` where `six` is a file, or a
 * package with a finder of its own (`sys.meta_path`); null when none of those above it does.
 */
export function makerOf(project: ProjectFacts, module: string): string | null {
  for (let above = parentOf(module); above !== ''; above = parentOf(above)) {
    const info = project.modules.get(above);
    const facts = info && project.facts.get(info.path);
    if (info && facts) return makesModules(info, facts) ? above : null;
  }
  return null;
}

/** Nothing lies below a file, so whatever it does to the table of modules is meant for such; a package may only look something up. */
function makesModules({ isPackage }: ModuleInfo, facts: FileFacts): boolean {
  const touches = (what: RegExp) => facts.references.some(({ resolved }) => what.test(resolved ?? ''));
  if (touches(/^sys\.meta_path(\.|$)/)) return true;
  if (isPackage) return false;
  return touches(/^sys\.modules(\.|$)/) || Object.hasOwn(facts.scopes[0]?.bindings ?? {}, '__path__');
}
